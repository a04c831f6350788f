/**
 * The one style sheet of every page, inline so that a page needs no second request. Plain and
 * literal on purpose: the gate reads it too, in every medium, and refuses a page in which anything
 * could hide, move, shrink or cover the notice. Logical properties serve both writing directions.
 */
const LIGHT = `--paper:#fbf8f2;--card:#fff;--ink:#1d2b30;--quiet:#52626a;--link:#0b5d69;--line:#ded7c9;--harbour:#14424d;--sail:#fdf6e6;--lamp:#f9c45e;--wick:#1d2b30;--rim:#14424d;--info:#0b5d69;--info-tint:#e9f2f2;--caution:#7a4d00;--caution-tint:#fdf2da;--danger:#a1241b;--danger-tint:#fcecea`

const DARK = `--paper:#0f191d;--card:#16242a;--ink:#e8ebe6;--quiet:#a8b6ba;--link:#86d3dc;--line:#2d4048;--harbour:#17434e;--sail:#fdf6e6;--lamp:#f9c45e;--wick:#1d2b30;--rim:#3d7380;--info:#86d3dc;--info-tint:#14292f;--caution:#f0c36b;--caution-tint:#2b2413;--danger:#f5a59c;--danger-tint:#331b1a`

/** Ink on paper for whoever prints a page out and keeps it. */
const PAPER = `--paper:#fff;--card:#fff;--ink:#000;--quiet:#333;--link:#000;--line:#999;--harbour:#fff;--sail:#000;--lamp:#fff;--wick:#000;--rim:#000;--info:#000;--info-tint:#fff;--caution:#000;--caution-tint:#fff;--danger:#000;--danger-tint:#fff`

const SANS =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif'
const SERIF =
  '"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,Georgia,"Noto Serif",serif'

const BASE = `*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font-family:${SANS};font-size:106.25%;line-height:1.6;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
a:focus-visible,.table:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:3px}
main:focus{outline:0}
h1,h2,h3{font-family:${SERIF};font-weight:600;text-wrap:balance}
h1{font-size:1.5625rem;line-height:1.18;letter-spacing:-.01em;margin:0 0 .75rem}
h2{font-size:1.4375rem;line-height:1.25;margin:2.75rem 0 .75rem}
h3{font-size:1.1875rem;line-height:1.35;margin:2rem 0 .5rem}
h4{font-size:1rem;line-height:1.4;margin:1.5rem 0 .375rem}
p,ul,ol,dl{margin:0 0 1.1em}
ul,ol{padding-inline-start:1.35em}
li{margin-block-end:.4em}
li>ul,li>ol{margin-block:.4em 0}
li>h3,li>h4{margin-block-start:.5em}
img{display:block;max-width:100%;height:auto}
sup,sub{font-size:.72em;line-height:0}
:target{scroll-margin-block-start:1rem}`

const FRAME = `.skip{position:absolute;inset-inline-start:-999rem;inset-block-start:.5rem;padding:.75rem 1rem;border-radius:.5rem;background:var(--card);color:var(--link)}
.skip:focus{inset-inline-start:.75rem}
.masthead{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 1rem;max-width:72rem;margin-inline:auto;padding:.125rem 1rem;font-size:.9375rem}
.masthead a{display:inline-flex;align-items:center;min-height:2.75rem}
.brand{gap:.5rem;font-family:${SERIF};font-size:1.0625rem;font-weight:600;color:var(--ink);text-decoration:none}
.brand img{width:1.75rem;height:1.75rem;border-radius:.4375rem}
main{padding:0 1rem 3rem}
.footer{border-block-start:1px solid var(--line);padding:1.75rem 1rem 3rem;color:var(--quiet);font-size:.9375rem;text-align:center}
.footer p{max-width:36rem;margin-inline:auto}
.footer ul{display:flex;flex-wrap:wrap;justify-content:center;gap:0 1.5rem;margin-block-end:.75em;padding:0;list-style:none}
.footer li{margin:0}
.footer li a{display:inline-block;padding-block:.625rem}`

const ARTICLE = `.article{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,41rem) minmax(0,1fr)}
.article>*{grid-column:2}
.summary{font-family:${SERIF};font-size:1.1875rem;line-height:1.5;margin-block:.25rem 1.25rem;text-wrap:pretty}
.byline{border-block-start:1px solid var(--line);padding-block:.875rem 1.25rem;color:var(--quiet);font-size:.875rem;line-height:1.5}
.byline p{margin:0;color:var(--ink)}
.byline dl{display:flex;flex-wrap:wrap;gap:.375rem 1.75rem;margin:.625rem 0 0}
.byline dd{margin:0}
.byline time{white-space:nowrap}
.translations ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:-.5rem 0 1rem;padding:0;list-style:none;font-size:.9375rem}
.translations a{display:inline-block;padding-block:.5rem}
.hero{margin:0 0 1.75rem}
.hero img,figure img{width:100%;border-radius:.75rem}
.key-points{margin-block-end:2rem;padding:1.125rem 1.25rem;border:1px solid var(--line);border-radius:.75rem;background:var(--card)}
.key-points p,.contents p{margin-block-end:.5rem;font-family:${SERIF};font-weight:600;font-size:1.0625rem}
.key-points ul{margin:0}
.key-points li:last-child{margin:0}
.contents{margin-block-end:2rem;font-size:.9375rem;line-height:1.4}
.contents p{margin-block-end:.25rem}
.contents ol,.contents ul{margin:0;padding:0;list-style:none;border-block-start:1px solid var(--line)}
.contents li{margin:0;border-block-end:1px solid var(--line)}
.contents a{display:block;padding:.5625rem 0;text-decoration:none}
.contents a:hover{text-decoration:underline}
.text{font-size:1.0625rem;line-height:1.65}
.text>:first-child,.text>section:first-child>h2{margin-block-start:0}
blockquote{margin:1.75rem 0;padding-inline-start:1.25rem;border-inline-start:3px solid var(--line);font-family:${SERIF};font-size:1.1875rem;line-height:1.5}
blockquote p{margin:0}
figure{margin:2rem 0}
figcaption,caption{padding-block:.625rem 0;color:var(--quiet);font-size:.9375rem;line-height:1.5;text-align:start}
.table{margin-block:2rem;overflow-x:auto}
caption{padding-block:0 .625rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem;line-height:1.45}
th,td{padding:.625rem .875rem .625rem 0;border-block-end:1px solid var(--line);text-align:start;vertical-align:top}
[dir=rtl] th,[dir=rtl] td{padding:.625rem 0 .625rem .875rem}
th{border-block-end:2px solid var(--quiet)}
.cite{white-space:nowrap}
.cite a{padding:.4em .12em;text-decoration:none}
.cite a:hover{text-decoration:underline}
.cite:target,.references li:target{background:var(--caution-tint)}`

/** Severity is said in words first; bar, tint and ink repeat it. */
const CALL_OUTS = `.warning,.helpline{margin-block:1.75rem;padding:1rem 1.25rem;border-inline-start:.375rem solid var(--info);border-radius:.25rem .75rem .75rem .25rem;background:var(--info-tint)}
.warning>:last-child{margin-block-end:0}
.warning-title{margin-block-end:.375rem;color:var(--info);line-height:1.4}
.warning-caution{border-color:var(--caution);background:var(--caution-tint)}
.warning-caution .warning-title{color:var(--caution)}
.warning-danger{border-color:var(--danger);background:var(--danger-tint)}
.warning-danger .warning-title{color:var(--danger)}
.helpline .notice-name{display:block}
.helpline a{display:inline-block;padding-block:.375rem;font-weight:600}`

const NOTICE = `.notice{margin-block:0 1.5rem;padding:.75rem 1rem 1rem;border:2px solid var(--rim);border-radius:.875rem;background:var(--harbour);color:var(--sail);font-size:1rem;line-height:1.45}
.notice h2{margin:0 0 .125rem;font-size:1.25rem}
.notice p{margin:0 0 .375rem}
.notice ul{margin:0;padding:0;list-style:none}
.notice li{margin:.625rem 0 0;font-size:.9375rem}
.notice-name{display:block;font-size:1rem}
.notice a{display:inline-block;font-size:1rem;min-height:2.75rem;margin-block:.25rem;padding:.5625rem 1rem;border:2px solid var(--lamp);border-radius:1.375rem;background:var(--lamp);color:var(--wick);font-weight:600;line-height:1.375rem;text-decoration:none}
.notice a:hover{text-decoration:underline}
.notice a:focus-visible{outline:3px solid var(--sail);outline-offset:2px;border-radius:1.375rem}
.notice-emergency a{background:var(--harbour);color:var(--sail)}`

const AFTER = `.text+.notice,.columns+.notice{margin-block-start:3rem}
.corrections{margin-block:2rem;padding:1rem 1.25rem;border:1px solid var(--line);border-radius:.75rem;background:var(--card);font-size:.9375rem}
.corrections h2{margin:0 0 .5rem;font-size:1.125rem}
.corrections ul{margin:0}
.references{font-size:.9375rem;line-height:1.55;color:var(--quiet);overflow-wrap:anywhere}
.references h2,.related h2{color:var(--ink)}
.references ol{padding-inline-start:2.25em}
.references li{margin-block-end:.625em}
.back a{display:inline-block;min-width:1.75rem;padding:.125rem .25rem;text-align:center;text-decoration:none}
.cards{margin:0;padding:0;list-style:none}
.cards li{margin:0;padding-block:.875rem;border-block-end:1px solid var(--line)}
.cards a{font-family:${SERIF};font-size:1.125rem;font-weight:600;line-height:1.35}
.cards p{margin:.25rem 0 0;color:var(--quiet);font-size:.9375rem;line-height:1.5}
.language{display:inline-block;padding-inline:.5em;border:1px solid var(--line);border-radius:1em;color:var(--quiet);font-size:.8125rem}
.helplines{margin:0;padding:0;list-style:none}
.helplines .helpline{margin-block:1rem .25rem}
.facts{margin-block-end:1.5rem;color:var(--quiet);font-size:.875rem}`

const WIDE = `@media (min-width:40rem){html{font-size:112.5%}h1{font-size:2.375rem;line-height:1.15;margin-block-end:1.25rem}main{padding-block-start:1.5rem}.notice p{margin-block-end:.625rem}.notice li{margin-block-start:.75rem}.masthead{padding-block:.5rem}.notice{padding:1.25rem 1.5rem 1.375rem;margin-block-end:2rem}.notice h2{font-size:1.375rem}.summary{font-size:1.3125rem}}
@media (min-width:72rem){.columns{grid-column:1/-1;display:grid;grid-template-columns:subgrid}.columns .contents{grid-column:1;justify-self:end;align-self:start;position:sticky;inset-block-start:2rem;max-width:13.5rem;margin-inline-end:2.5rem;font-size:.875rem}.columns .text{grid-column:2}}`

const PRINT = `@page{margin:2cm}
@media print{:root{${PAPER}}html{font-size:10.5pt}.masthead a,.footer a{color:#000}.contents,.translations,.related,.skip,.back{display:none}.notice,.warning,figure,tr{break-inside:avoid}.notice a{min-height:0;margin-block:0;padding:0;border-width:0}h2,h3,h4{break-after:avoid}.text a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}}`

/** Which colours: those the reader's system asks for, or one of the two whatever it asks for. */
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const COLOURS: Readonly<Record<Theme, readonly string[]>> = {
  auto: [
    `:root{color-scheme:light dark;${LIGHT}}`,
    `@media (prefers-color-scheme:dark){:root{${DARK}}}`,
  ],
  light: [`:root{color-scheme:light;${LIGHT}}`],
  dark: [`:root{color-scheme:dark;${DARK}}`],
}

export const styleIn = (theme: Theme): string =>
  [...COLOURS[theme], BASE, FRAME, ARTICLE, CALL_OUTS, NOTICE, AFTER, WIDE, PRINT].join('\n')

export const STYLE = styleIn('auto')

/** SHA-256 of STYLE in base64, as the content security policy names it; a test holds the two together. */
export const STYLE_HASH = 'sha256-Zv2wCNvfvcACZbjpxLiWEJA0d4OBlLrRhXP5lw6t0AQ='
