/**
 * Runs at the end of a click of the right button: where the system asks for the menu while the button is still down, the
 * release of the button would choose what has come under it.
 */
export const afterRightClick = (event: MouseEvent, open: () => void): void => {
  if (event.buttons === 0) return open()
  // A moment later, as the menu listens for the release, too.
  window.addEventListener('pointerup', () => setTimeout(open), { once: true })
}
