// Test support: gives a forked process the `process.parentPort` that a utility process of Electron has.
import { EventEmitter } from 'node:events'

const port = new EventEmitter()
port.postMessage = (message) => process.send(message)
// Electron queues messages until somebody listens.
const waiting = []
process.on('message', (data) => {
  if (port.listenerCount('message') > 0) port.emit('message', { data, ports: [] })
  else waiting.push(data)
})
port.on('newListener', (name) => {
  if (name === 'message')
    setImmediate(() => waiting.splice(0).forEach((data) => port.emit('message', { data, ports: [] })))
})
// A utility process goes with the one that made it.
process.on('disconnect', () => process.exit(0))
process.parentPort = port
