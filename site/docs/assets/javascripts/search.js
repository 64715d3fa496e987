/*
 * Search over many pages. The index lies in small scripts below assets/search/: nothing of it is loaded before the
 * first key, and then only the words that begin as the query does and the cards of the results that are shown.
 * Scripts, and no requests of its own, so that it works the same from a server and from a disk.
 * The build puts this file on its pages where there are more of them than the theme's own search is quick with.
 */
(function () {
  "use strict"

  const own = document.currentScript.src
  const root = new URL("../../", own)
  const folder = new URL("../search/", own)
  const box = document.querySelector("[data-md-component=search-query]")
  const stock = document.querySelector("[data-md-component=search-result]")
  if (!box || !stock) return

  const SHOWN = 10
  const PLACES = 3
  const KEY = 6
  const LONGEST = 24

  /* Parts of the index: what was asked for, by name, and the scripts that wait for an answer. */
  const parts = new Map()
  const waiting = new Map()

  window.briefingSearch = (name, value) => waiting.get(name)?.(value)

  function load(name, file) {
    if (!parts.has(name)) {
      parts.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve)
        const script = document.createElement("script")
        script.src = new URL(file, folder)
        script.addEventListener("error", () => { parts.delete(name); reject(new Error("cannot load " + file)) })
        script.addEventListener("load", () => script.remove())
        document.head.append(script)
      }))
    }
    return parts.get(name)
  }

  const open = () => load("open", "index.js")
  const cards = block => load("cards/" + block, "c-" + block + ".js")
  const words = start => load("words/" + start, shard(start) + ".js")

  function shard(start) {
    if (/^[a-z0-9]*$/.test(start)) return "w-" + start
    return "w-" + Array.from(start, sign => "_" + sign.codePointAt(0).toString(16)).join("")
  }

  /* As the build folds the words of the index. */
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/(?<=\d)[,.](?=\d{3}(?!\d))/g, "")
  }

  function wordsOf(text) {
    const found = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
    return found.map(word => Array.from(word).slice(0, LONGEST).join("")).filter(word => /\d|../u.test(word))
  }

  /* Pages with a word of the query and what it weighs there; a word may go on where it has three letters or more. */
  async function pagesWith(word, index) {
    const goesOn = word.length > 2 && !/^\d+$/.test(word)
    const starts = index.shards.filter(start => word.startsWith(start) || (goesOn && start.startsWith(word)))
    const found = new Map()
    for (const list of await Promise.all(starts.map(words))) {
      for (const [each, keys] of Object.entries(list)) {
        if (each !== word && !(goesOn && each.startsWith(word))) continue
        for (let at = 0; at < keys.length; at += KEY + 1) {
          const key = keys.slice(at, at + KEY)
          const weight = Number(keys[at + KEY]) * (each === word ? 2 : 1)
          if (weight > (found.get(key) ?? 0)) found.set(key, weight)
        }
      }
    }
    return found
  }

  /* Keys of the pages that have every word, the best first. */
  async function find(query) {
    const index = await open()
    const asked = [...new Set(wordsOf(query))].filter(word => !index.common.includes(word))
    const lists = await Promise.all(asked.map(word => pagesWith(word, index)))
    if (!lists.length) return { index, asked, keys: [] }
    lists.sort((one, other) => one.size - other.size)
    const scores = new Map()
    for (const key of lists[0].keys()) {
      if (lists.every(list => list.has(key))) scores.set(key, lists.reduce((sum, list) => sum + list.get(key), 0))
    }
    const keys = [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || (a < b ? -1 : 1))
    return { index, asked, keys }
  }

  async function cardOf(key, index) {
    return (await cards(parseInt(key, 36) % index.blocks))[key]
  }

  /* What a reader sees. Everything is put in as text, so nothing of a source is ever read as markup. */
  const panel = element("div", "md-search-result b-found")
  const status = element("div", "md-search-result__meta")
  const list = element("ol", "md-search-result__list")
  const more = element("button", "md-button b-more-results")
  status.setAttribute("role", "status")
  list.setAttribute("role", "presentation")
  more.type = "button"
  more.hidden = true
  panel.append(status, list, more)
  stock.before(panel)
  stock.querySelector(".md-search-result__meta").hidden = true
  status.textContent = "Type to search incidents, places and actors"

  function element(name, classes) {
    const made = document.createElement(name)
    made.className = classes
    return made
  }

  const startsWithOne = (word, asked) => asked.some(each => word === each || (each.length > 2 && word.startsWith(each)))

  /* Text in which the words of the query are marked. */
  function marked(into, text, asked) {
    for (const piece of text.split(/([\p{L}\p{N}\p{M}]+(?:[.,]\d{3})*)/u)) {
      if (!piece) continue
      if (wordsOf(piece).some(word => startsWithOne(word, asked))) {
        const mark = document.createElement("mark")
        mark.textContent = piece
        into.append(mark)
      } else {
        into.append(piece)
      }
    }
    return into
  }

  const hits = (text, asked) => {
    const there = wordsOf(text)
    return asked.filter(each => there.some(word => startsWithOne(word, [each]))).length
  }

  function linked(path, anchor, classes) {
    const link = element("a", classes)
    link.href = new URL(path + (anchor ? "#" + encodeURIComponent(anchor) : ""), root)
    return link
  }

  function row([path, title, text, places], asked) {
    const item = element("li", "md-search-result__item")
    const link = linked(path, "", "md-search-result__link")
    const article = element("article", "md-search-result__article md-typeset")
    article.append(marked(element("h1", ""), title, asked), marked(element("p", ""), text, asked))
    link.append(article)
    item.append(link)
    const best = places
      .map(place => [hits(place[1] + " " + place[2], asked), place])
      .filter(([count]) => count > 0)
      .sort((one, other) => other[0] - one[0])
    for (const [, [anchor, heading, words]] of best.slice(0, PLACES)) {
      const claim = linked(path, anchor, "md-search-result__link b-found-claim")
      const part = element("article", "md-search-result__article md-typeset")
      part.append(marked(element("h2", ""), heading, asked), marked(element("p", ""), words, asked))
      claim.append(part)
      item.append(claim)
    }
    return item
  }

  let turn = 0
  let answer = { asked: [], keys: [] }

  async function show(from, mine) {
    const keys = answer.keys.slice(from, from + SHOWN)
    const found = await Promise.all(keys.map(key => cardOf(key, answer.index)))
    if (mine !== turn) return
    list.append(...found.map(card => row(card, answer.asked)))
    more.hidden = answer.keys.length <= list.children.length
    more.textContent = "Show more of " + answer.keys.length.toLocaleString("en")
  }

  async function search() {
    const mine = ++turn
    const query = box.value
    if (!query.trim()) {
      list.replaceChildren()
      more.hidden = true
      status.textContent = "Type to search incidents, places and actors"
      return
    }
    try {
      const found = await find(query)
      if (mine !== turn) return
      answer = found
      list.replaceChildren()
      const count = found.keys.length
      status.textContent = !found.asked.length ? "These words are on too many pages; add another"
        : count ? count.toLocaleString("en") + (count === 1 ? " page" : " pages") : "No page has all of these words"
      await show(0, mine)
    } catch {
      if (mine === turn) status.textContent = "The search index could not be loaded; the lists of the site lead to all pages"
    }
  }

  box.addEventListener("input", search)
  box.form?.addEventListener("reset", () => setTimeout(search))
  more.addEventListener("click", () => show(list.children.length, turn))
  if (box.value) search()

  /* Arrows go through the results; Enter in the field opens the first one. The theme's own keys stay as they are. */
  document.addEventListener("keydown", event => {
    if (!document.getElementById("__search")?.checked && document.activeElement !== box) return
    const stops = [box, ...panel.querySelectorAll("a[href]"), ...stock.querySelectorAll("a[href]")]
    const at = stops.indexOf(document.activeElement)
    if (at < 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) stops[(at + step + stops.length) % stops.length].focus()
    else if (event.key === "Enter" && at === 0 && stops[1]) stops[1].click()
    else return
    event.preventDefault()
    event.stopPropagation()
  }, true)
})()
