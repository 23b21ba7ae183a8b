'use strict';
// `npm start` and `npm test` begin here. Plain old JavaScript, so that even an old Node can fetch a newer one and go on with that.
const { spawn } = require('child_process');
const path = require('path');
const newerNode = require('./setup/newerNode.cjs');

const name = process.argv[2];
const script = path.join(__dirname, name + '.mjs');

let node;
let env;
try {
  const tools = newerNode.nodeForTheTools();
  node = tools.node;
  env = tools.env;
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const child = spawn(node, [script].concat(process.argv.slice(3)), { stdio: 'inherit', env: env });
// The child tidies up; this process waits for it.
['SIGINT', 'SIGTERM'].forEach(function (signal) {
  process.on(signal, function () {
    child.kill(signal);
  });
});
child.on('error', function (error) {
  console.error('Node could not be started: ' + error.message);
  process.exit(1);
});
child.on('exit', function (code) {
  process.exit(code === null ? 1 : code);
});
