/** The look of the outbox: a tool for who tries the product, not a page for readers. */
export const OUTBOX_STYLE = `:root{color-scheme:light dark;--paper:#fbf8f2;--card:#fff;--ink:#1d2b30;--quiet:#52626a;--line:#ded7c9;--link:#0b5d69;--chosen:#e9f2f2}
@media (prefers-color-scheme:dark){:root{--paper:#0f191d;--card:#16242a;--ink:#e8ebe6;--quiet:#a8b6ba;--line:#2d4048;--link:#86d3dc;--chosen:#14292f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
a{color:var(--link)}
a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding:1rem 1.5rem;border-bottom:1px solid var(--line)}
h1{margin:0;font-size:1.25rem}
h2{margin:0 0 .25rem;font-size:1.125rem;overflow-wrap:anywhere}
header p,.meta,.empty{margin:0;color:var(--quiet);font-size:.9375rem}
nav.kinds{display:flex;gap:1rem}
nav a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
main{display:grid;grid-template-columns:minmax(16rem,24rem) minmax(0,1fr);min-height:calc(100vh - 4.5rem)}
.list{margin:0;padding:0;list-style:none;border-right:1px solid var(--line)}
.list a{display:block;padding:.75rem 1.5rem;border-bottom:1px solid var(--line);color:inherit;text-decoration:none}
.list a:hover,.list a[aria-current]{background:var(--chosen)}
.list strong,.list span{display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.list span{color:var(--quiet);font-size:.875rem}
.letter{display:flex;flex-direction:column;gap:.75rem;padding:1.25rem 1.5rem}
.views{display:flex;gap:1rem;font-size:.9375rem}
iframe{flex:1;width:100%;min-height:40rem;border:1px solid var(--line);border-radius:.5rem;background:#fff}
.narrow{max-width:375px}
pre{margin:0;padding:1rem;overflow-x:auto;border:1px solid var(--line);border-radius:.5rem;background:var(--card);font:14px/1.5 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.phones{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start;padding:1.5rem}
.phone{display:flex;flex-direction:column;gap:.625rem;width:20rem;padding:1.25rem 1rem;border:2px solid var(--line);border-radius:1.5rem;background:var(--card)}
.phone h2{text-align:center}
.bubble{max-width:88%;margin:0;padding:.5rem .75rem;border-radius:1rem 1rem 1rem .25rem;background:var(--chosen);overflow-wrap:anywhere;white-space:pre-wrap}
.mine{align-self:flex-end;border-radius:1rem 1rem .25rem 1rem;background:var(--link);color:var(--paper)}
.units{margin:-.375rem 0 0;color:var(--quiet);font-size:.8125rem}
form{display:flex;flex-wrap:wrap;gap:.5rem}
.letter [role=status]{margin:0;padding:.5rem .75rem;border-radius:.5rem;background:var(--chosen)}
input{flex:1;min-width:0;padding:.5rem .75rem;border:1px solid var(--quiet);border-radius:1rem;background:var(--paper);color:inherit;font:inherit}
button{padding:.5rem 1rem;border:0;border-radius:1rem;background:var(--link);color:var(--paper);font:inherit;font-weight:600}
.empty{grid-column:1/-1;padding:3rem 1.5rem;text-align:center}
@media (max-width:48rem){main{grid-template-columns:1fr}.list{border-right:0}}`
