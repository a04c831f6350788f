import {STYLE} from '../style.ts'

const FORMS = `form{max-width:32rem}
fieldset{margin:0 0 1.5rem;padding:0;border:0}
legend,.label{display:block;margin:0 0 .25rem;padding:0;font-weight:600}
.hint{margin:0 0 .5rem;color:var(--quiet);font-size:.9375rem}
.field{margin-block-end:1.25rem}
input{color:var(--ink);font-family:inherit;font-size:1rem}
input[type=email],input[type=tel]{display:block;width:100%;min-height:2.75rem;padding:.5rem .75rem;border:2px solid var(--quiet);border-radius:.5rem;background:var(--card)}
input:focus-visible,button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.choices{display:grid;grid-template-columns:repeat(auto-fill,minmax(12rem,1fr));gap:0 1rem}
.choice{display:flex;align-items:center;gap:.625rem;min-height:2.75rem}
.choice input{width:1.25rem;min-height:1.25rem;margin:0}
.consent{color:var(--quiet);font-size:.9375rem}
button{min-height:3rem;padding:.625rem 1.5rem;border:0;border-radius:1.5rem;background:var(--link);color:var(--paper);font-family:inherit;font-size:1rem;font-weight:600}
.wrong{margin-block-end:1.5rem;padding:.75rem 1rem;border-inline-start:.375rem solid var(--danger);background:var(--danger-tint);color:var(--danger);font-weight:600}`

/** The pages' own style sheet and what forms add to it; one sheet, as the gate wants it. */
export const FORM_STYLE = `${STYLE}\n${FORMS}`

/** SHA-256 of FORM_STYLE in base64; a test holds the two together. */
export const FORM_STYLE_HASH = 'sha256-D+AuJvG605l/zxy6x+BdrOt/dqA3SCf26l4vPgy366o='
