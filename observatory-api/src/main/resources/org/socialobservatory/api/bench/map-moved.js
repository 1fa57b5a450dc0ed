// Pans and zooms; the time between each two frames.
(async () => {
  const map = document.querySelector('area-map').leaflet;
  const frames = [];
  let last = performance.now();
  let on = true;
  const frame = now => { frames.push(now - last); last = now; if (on) { requestAnimationFrame(frame); } };
  requestAnimationFrame(now => { last = now; requestAnimationFrame(frame); });
  const moved = (event, move) => new Promise(done => { map.once(event, () => setTimeout(done, 250)); move(); });
  for (const [x, y] of [[200, 0], [0, 150], [-300, -80], [150, 100]]) {
    await moved('moveend', () => map.panBy([x, y], {animate: true, duration: 0.5}));
  }
  for (const step of [1, 1, 1, -1, -1, -1]) {
    await moved('zoomend', () => map.setZoom(map.getZoom() + step, {animate: true}));
    await moved('moveend', () => map.panBy([180, -90], {animate: true, duration: 0.5}));
  }
  on = false;
  return frames;
})()
