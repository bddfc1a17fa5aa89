/**
 * F6 walks the parts of the window: each is marked `data-region` and gives the focus to the element that has
 * `data-region-focus`, else to the first thing in it that can take it.
 */
const focusable =
  'button:not(:disabled), [href], input, select, textarea:not([readonly]), [tabindex]:not([tabindex="-1"])'

export const moveFocus = (step: 1 | -1): void => {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent,
  )
  if (regions.length === 0) return
  const present = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(present + step + regions.length) % regions.length]
  const goal =
    next?.querySelector<HTMLElement>('[data-region-focus]') ?? next?.querySelector<HTMLElement>(focusable)
  ;(goal ?? next)?.focus()
}
