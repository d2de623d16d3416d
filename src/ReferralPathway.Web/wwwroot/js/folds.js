/** A link to something inside a folded part opens the fold first, so that the eye and the focus find it. */
export function openFoldsOnTheWay() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    let fold = link && document.getElementById(link.hash.slice(1))?.closest('details');
    while (fold) {
      fold.open = true;
      fold = fold.parentElement.closest('details');
    }
  }, true);
}
