/** Sizes in pixels and colours of the chart, in light and in dark. */
export const WIDTH = 920
export const MARGIN = 32
/** Where the bars begin and where they must have ended. */
export const BARS = {from: 236, to: 744} as const
/** Right edge of the column of peak memory. */
export const MEMORY = WIDTH - MARGIN
export const BAR = 20
/** Between the tops of two bars, goals not counted. */
export const ROW = 42
export const GOAL_LANE = 16

/** Contrast with the ground is 4.5 or more for all that is read, 3 or more for bars and marks. */
export const STYLE = `
  .ground { fill: #ffffff; stroke: #d5dbe1 }
  text { font-family: ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Open Sans", Roboto, sans-serif; font-size: 13px; fill: #1c2733 }
  .title { font-size: 21px; font-weight: 650; letter-spacing: -0.01em }
  .panel { font-size: 15px; font-weight: 650 }
  .muted, .axis, .why { fill: #566472 }
  .axis, .makes, .goal-text { font-size: 11.5px }
  .makes { fill: #566472 }
  .why { font-style: italic }
  .name, .value { font-weight: 550 }
  .number { text-anchor: end; font-variant-numeric: tabular-nums }
  .value { font-variant-numeric: tabular-nums }
  .grid { stroke: #e6eaee }
  .zero { stroke: #9aa7b4 }
  .ours { fill: #0b7a75 }
  .peer { fill: #8795a4 }
  .goal { stroke: #b4470b; stroke-width: 2 }
  .goal-text { fill: #9c3d09 }
  .goal-end { fill: #b4470b }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #11181f; stroke: #2b3742 }
    text { fill: #e8eef4 }
    .muted, .axis, .why, .makes { fill: #9fb0c0 }
    .grid { stroke: #222d37 }
    .zero { stroke: #5b6b7a }
    .ours { fill: #35c2b5 }
    .peer { fill: #6d7e8f }
    .goal { stroke: #ff9d5c }
    .goal-text { fill: #ffb07c }
    .goal-end { fill: #ff9d5c }
  }
`
