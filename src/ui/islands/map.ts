/**
 * Makes the maps on a page move: each `.map-island` becomes a MapLibre map over the server-made one.
 *
 * Only GeoJSON of our own is fetched, no tiles, fonts or pictures. The worker is a file of our own as well, so the
 * page runs under `style-src 'self'; worker-src 'self'; connect-src 'self'`. Whatever fails, the server-made map
 * stays as it was.
 */
import { startMapIsland } from './map/start-map-island.ts'

for (const element of document.querySelectorAll<HTMLElement>('.map-island')) {
  // A map that nobody scrolls to costs nothing.
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    seen.disconnect()
    void startMapIsland(element)
  })
  seen.observe(element.parentElement ?? element)
}
