'use strict';
// Required before a program: says on standard error how much memory its process had at most.
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS} kB\n`));
