/*
 * Search on a disk. A page opened from file:// may not start a worker, so here one is played by an empty frame of
 * the same page: the worker's script is loaded into it as a file, and messages are handed over directly.
 * No inline script, no address of its own: the page's security policy holds inside the frame too.
 * Covers what the search worker uses: listen, post a message, get one back. English search imports nothing.
 */
(function () {
  "use strict"
  if (location.protocol !== "file:") return

  class DiskWorker extends EventTarget {
    constructor(address) {
      super()
      const frame = document.createElement("iframe")
      frame.hidden = true
      frame.title = "Search"
      document.body.append(frame)
      this.room = frame.contentWindow
      this.room.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
      this.ready = new Promise((resolve, reject) => {
        const script = this.room.document.createElement("script")
        script.addEventListener("load", resolve)
        script.addEventListener("error", () => reject(new Error("cannot load " + address)))
        script.src = String(address)
        this.room.document.head.append(script)
      })
    }

    postMessage(data) {
      this.ready.then(
        () => this.room.dispatchEvent(new this.room.MessageEvent("message", { data })),
        error => this.dispatchEvent(new ErrorEvent("error", { error, message: error.message })),
      )
    }
  }

  window.IFrameWorker = window.Worker = DiskWorker
})()
