/* Narrows the list of incidents by what its rows carry. Without this script the same choices are links to pages.
   The choices stand in the address behind the #, so that a list as narrowed can be passed on. */
(() => {
  const bar = document.querySelector("nav.b-narrowing")
  const list = document.querySelector(".b-narrowed")
  if (!bar || !list) return

  const make = (name, values = {}, ...inside) => {
    const element = Object.assign(document.createElement(name), values)
    element.append(...inside)
    return element
  }
  const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

  const groups = [...list.querySelectorAll(".b-group")].map(section => {
    const count = section.querySelector("h2 .b-detail")
    const rows = [...section.querySelectorAll(".b-index > li")]
    return { section, count, all: count.textContent, rows: rows.map(row => ({ row, text: folded(row.textContent) })) }
  })
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0)

  const choices = [...bar.querySelectorAll(".b-facet")].map(facet => {
    const select = make("select", { name: facet.dataset.facet }, make("option", { value: "" }, "Any"))
    for (const link of facet.querySelectorAll("a[data-value]")) {
      const count = link.parentElement.querySelector(".b-detail").textContent
      const label = `${link.textContent} (${count})`
      select.append(make("option", { value: link.dataset.value, dir: "auto" }, label))
    }
    return select
  })
  const words = make("input", { type: "search", name: "words", autocomplete: "off", spellcheck: false })
  const clear = make("button", { type: "button" }, "Show all")
  const told = make("p", { className: "b-told" })
  told.setAttribute("role", "status")
  const fields = [...choices, words]
  const labelled = (field, text) => {
    field.id = `b-narrow-${field.name}`
    return make("div", { className: "b-choice" }, make("label", { htmlFor: field.id }, text), field)
  }
  const form = make(
    "form",
    { className: bar.className },
    ...choices.map((select, at) => labelled(select, bar.querySelectorAll("summary")[at].textContent)),
    labelled(words, "Words in the row"),
    clear,
    told,
  )
  form.setAttribute("role", "search")
  form.setAttribute("aria-label", "Narrow the list of incidents")

  const chosen = () => fields.filter(field => field.value.trim()).map(field => [field.name, field.value.trim()])

  const matches = ({ row, text }, wanted) =>
    wanted.every(([name, value]) =>
      name === "words"
        ? folded(value).split(/\s+/).every(word => text.includes(word))
        : row.dataset[name].split(" ").includes(value),
    )

  let waiting
  const say = text => {
    clearTimeout(waiting)
    waiting = setTimeout(() => (told.textContent = text), 300) // a reader who types hears the last count alone
  }

  const narrow = () => {
    const wanted = chosen()
    let shown = 0
    for (const { section, count, all, rows } of groups) {
      const fitting = rows.filter(each => (each.row.hidden = !matches(each, wanted), !each.row.hidden)).length
      section.hidden = !fitting
      count.textContent = wanted.length ? `${fitting} of ${all}` : all
      shown += fitting
    }
    clear.disabled = !wanted.length
    const all = wanted.length ? `${shown} of ${total} incidents shown` : `${total} incidents`
    say(shown ? all : `None of ${total} incidents is like this. Show all, or choose less.`)
  }

  const remember = () => {
    const way = new URLSearchParams(chosen()).toString()
    history.replaceState(null, "", way ? `#${way}` : location.pathname + location.search)
  }

  const recall = () => {
    const way = location.hash.slice(1)
    const kept = new URLSearchParams(way.includes("=") ? way : "")
    for (const field of fields) {
      field.value = kept.get(field.name) ?? ""
      if (field.selectedIndex === -1) field.value = ""
    }
    narrow()
  }

  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("input", () => (narrow(), remember()))
  clear.addEventListener("click", () => {
    for (const field of fields) field.value = ""
    narrow()
    remember()
    choices[0].focus()
  })
  addEventListener("hashchange", recall)
  bar.replaceWith(form)
  recall()
})()
