#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must be able to read this file and say what is wrong.
const NODE_MAJOR_MIN = 24

const major = Number(process.versions.node.split('.')[0])
if (major < NODE_MAJOR_MIN) {
  console.error(
    `Shopbell needs Node ${NODE_MAJOR_MIN} or newer; this is Node ${process.versions.node}.\n` +
      'Inside the project run it through npm, which brings the right Node along:\n' +
      '  npm ci && npm start\n' +
      '(npm ci must be allowed to run install scripts and to install devDependencies.)',
  )
  process.exit(1)
}
const { main } = await import('../src/main.ts')
await main(process.argv.slice(2))
