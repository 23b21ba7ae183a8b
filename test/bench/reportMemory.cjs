'use strict';
// Required before a server that has an IPC channel: says how much memory the process has, and how much its heap has in use after a collection.
process.on('message', (message) => {
  if (message !== 'memory') return;
  const { rss } = process.memoryUsage();
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.({ resident: rss, heap: process.memoryUsage().heapUsed });
});
// It must not keep the server alive.
process.channel?.unref();
