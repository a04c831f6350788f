/**
 * The one style sheet of every page, inline so that a page needs no second request. The gate reads
 * it too: nothing in it may hide, move or shrink what stands in the notice.
 */
export const STYLE = `:root{color-scheme:light dark;--ink:#1f2a33;--quiet:#52606b;--paper:#fbfaf7;--card:#ffffff;--line:#dcd8cf;--link:#0b5a66;--press:#0b5a66;--on-press:#ffffff;--notice:#fdf1dc;--notice-line:#b4560b;--info:#0b5a66;--caution:#8a5a00;--danger:#a3262a}
@media (prefers-color-scheme:dark){:root{--ink:#e7eaec;--quiet:#a9b4bc;--paper:#14191d;--card:#1c2329;--line:#36414a;--link:#86d3dc;--press:#86d3dc;--on-press:#0d1518;--notice:#2e2617;--notice-line:#e8a04c;--info:#86d3dc;--caution:#e6b95c;--danger:#f19a9a}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.0625rem/1.65 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;-webkit-text-size-adjust:100%}
body{margin:0}
h1,h2,h3,h4,.ui,.notice,nav,table,.site,.meta,figcaption,footer{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.skip{position:absolute;left:-999px;top:0;padding:.75rem 1rem;background:var(--press);color:var(--on-press)}
.skip:focus{left:0}
.site{border-block-end:1px solid var(--line)}
.site div,main,.foot div{max-width:44rem;margin-inline:auto;padding-inline:1.125rem}
.site div{display:flex;gap:1rem;justify-content:space-between;align-items:center;min-height:3rem;font-size:.9375rem}
.site a{text-decoration:none;padding-block:.5rem}
.site a:first-child{font-weight:700;color:var(--ink)}
main{padding-block:1.25rem 3rem}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
a:focus-visible{outline:3px solid var(--notice-line);outline-offset:2px;border-radius:2px}
h1{font-size:1.75rem;line-height:1.18;letter-spacing:-.015em;margin:0 0 1rem;text-wrap:balance}
h2{font-size:1.375rem;line-height:1.25;margin:2.75rem 0 .75rem;text-wrap:balance}
h3{font-size:1.125rem;line-height:1.35;margin:2rem 0 .5rem}
h4{font-size:1rem;margin:1.5rem 0 .5rem}
p,ul,ol{margin:0 0 1.1rem}
ul,ol{padding-inline-start:1.4rem}
li{margin-block-end:.4rem}
li>ul,li>ol{margin:.4rem 0 0}
.lead{font-size:1.1875rem;line-height:1.5;color:var(--quiet);margin-block:1.5rem 1rem}
.meta{color:var(--quiet);font-size:.9375rem;line-height:1.6;margin-block-end:1.75rem}
.meta p{margin:0}
.notice{background:var(--notice);color:var(--ink);border-inline-start:.375rem solid var(--notice-line);border-radius:.375rem;padding:1rem 1.125rem;font-size:1rem;line-height:1.5;margin-block:1rem 1.75rem}
.notice p{margin:0 0 .625rem}
.notice p:first-child{font-size:1.1875rem;margin-block-end:.25rem}
.notice p:last-child{margin-block-end:0}
.notice a{display:inline-block;min-height:2.75rem;line-height:1.75rem;padding:.5rem .875rem;margin-block:.1875rem;background:var(--press);color:var(--on-press);border-radius:.375rem;font-weight:600;text-decoration:none}
.notice a:hover{text-decoration:underline}
.key{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;margin-block-end:1.75rem}
.key p{font-weight:700;margin-block-end:.5rem}
.key ul{margin:0}
.toc{border-block:1px solid var(--line);padding-block:.875rem;margin-block-end:1.75rem;font-size:1rem}
.toc p{font-weight:700;margin-block-end:.375rem}
.toc ol{margin:0;padding-inline-start:1.4rem}
.toc a{display:inline-block;padding-block:.25rem}
.callout{border:1px solid var(--line);border-inline-start:.375rem solid var(--info);background:var(--card);border-radius:.375rem;padding:1rem 1.25rem;margin-block:1.5rem}
.callout>p:first-child{color:var(--info);font-family:system-ui,sans-serif;margin-block-end:.375rem}
.callout>:last-child{margin-block-end:0}
.caution{border-inline-start-color:var(--caution)}
.caution>p:first-child{color:var(--caution)}
.danger{border-inline-start-color:var(--danger)}
.danger>p:first-child{color:var(--danger)}
blockquote{margin:1.5rem 0;padding-inline-start:1.25rem;border-inline-start:3px solid var(--line);color:var(--quiet)}
figure{margin:2rem 0}
img{max-width:100%;height:auto;border-radius:.375rem}
.hero{margin:0 0 1.5rem}
figcaption,caption{color:var(--quiet);font-size:.9375rem;text-align:start;padding-block:.5rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.45;margin-block:1.5rem}
th,td{text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-block-end:1px solid var(--line)}
sup,sub{line-height:0;font-size:.75em}
sup a{padding:.125rem .1875rem;text-decoration:none}
.refs{font-size:.9375rem;line-height:1.55;overflow-wrap:anywhere}
.refs ol{padding-inline-start:2rem}
.cards{list-style:none;padding:0}
.cards li{padding-block:.875rem;border-block-end:1px solid var(--line);margin:0}
.cards p{margin:.125rem 0 0;color:var(--quiet)}
.cards a{font-weight:600}
.foot{border-block-start:1px solid var(--line);color:var(--quiet);font-size:.9375rem}
.foot div{padding-block:1.5rem 3rem}
@media (min-width:48rem){h1{font-size:2.5rem}main{padding-block-start:2.5rem}.notice{padding:1.25rem 1.5rem}}
@media print{html{background:#fff;color:#000;font-size:11pt}.site,.toc{border:0}a{color:inherit}}`

/** SHA-256 of STYLE in base64, for the content security policy; a test holds the two together. */
export const STYLE_HASH = 'sha256-BaiE5lU5NAu0ojjjmnR7zMEt5IeNIhPrqnz11BvUXWk='
