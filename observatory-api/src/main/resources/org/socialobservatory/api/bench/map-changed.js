// Chooses an indicator as a reader does; the time until the frame in which the areas have its colours is painted.
new Promise(done => {
  const choice = document.querySelector('select[name=indicator]');
  const explorer = document.querySelector('map-explorer');
  const begin = performance.now();
  let took = 0;
  addEventListener('areas-coloured', () => requestAnimationFrame(() => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => { took = performance.now() - begin; };
    painted.port2.postMessage(0);
  }), {once: true});
  choice.value = 'INDICATOR';
  choice.dispatchEvent(new Event('change', {bubbles: true}));
  const rest = () => took && !explorer.hasAttribute('aria-busy') ? setTimeout(() => done(took), 300) : setTimeout(rest, 20);
  rest();
})
