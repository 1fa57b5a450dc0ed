// Waits until something holds.
new Promise(done => {
  const look = () => CONDITION ? requestAnimationFrame(() => done(true)) : setTimeout(look, 50);
  look();
})
