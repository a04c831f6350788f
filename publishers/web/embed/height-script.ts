/**
 * Tells the page around the frame how high the article is and what it is called, whenever that changes.
 * Nothing else runs in an embed, and without it the frame scrolls. The gate knows it by the letter
 * (verification/html/height-script.ts). To any origin: the height is no secret. Both events besides the observer,
 * which browsers hold back in frames that nobody sees yet.
 */
export const HEIGHT_SCRIPT =
  "if(parent!==window){const e=document.documentElement,t=()=>parent.postMessage({throwline:'height',height:Math.ceil(e.getBoundingClientRect().height),title:document.title},'*');addEventListener('DOMContentLoaded',t);addEventListener('load',t);new ResizeObserver(t).observe(e)}"

/** SHA-256 in base64, as the content security policy names it; a test holds the two together. */
export const HEIGHT_SCRIPT_HASH = 'sha256-jNIjKUT+80zWkNA6H07S9BPRB9qPuqES85z2o/KpJXY='
