/**
 * The one script that may run in a page, word for word: it tells the frame around the page how high the
 * page is, and changes nothing in it. A copy of the gate's own; a test holds it to the publisher's.
 */
export const HEIGHT_SCRIPT =
  "if(parent!==window){const e=document.documentElement,t=()=>parent.postMessage({throwline:'height',height:Math.ceil(e.getBoundingClientRect().height),title:document.title},'*');addEventListener('DOMContentLoaded',t);addEventListener('load',t);new ResizeObserver(t).observe(e)}"
