// Adds to pages that read without it: passages beside citations, keys, filtering of lists.
"use strict";
(() => {
  const all = (query, within = document) => [...within.querySelectorAll(query)];

  // ---- citations: hover or focus lights up the words that a passage bears out, and shows the passage where it is not in sight
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  let shownFor = null;
  let closing = 0;

  const words = (link) => {
    const within = link.closest(".said, .entry, li, section, h1, p") || document;
    return all(".w", within).filter((word) => word.dataset.span === link.dataset.span);
  };
  const hide = () => {
    clearTimeout(closing);
    all(".w.lit").forEach((word) => word.classList.remove("lit"));
    if (shownFor) shownFor.removeAttribute("aria-describedby");
    shownFor = null;
    tip.remove();
  };
  const later = () => { closing = setTimeout(hide, 150); };
  const show = (link) => {
    if (link === shownFor) { clearTimeout(closing); return; }
    hide();
    shownFor = link;
    words(link).forEach((word) => word.classList.add("lit"));
    const outlet = document.createElement("b");
    outlet.textContent = [link.dataset.outlet, link.dataset.when].filter(Boolean).join(" · ");
    tip.replaceChildren(outlet, link.dataset.passage || "");
    link.setAttribute("aria-describedby", "tip");
    document.body.append(tip);
    const box = link.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 12);
    const below = box.bottom + tip.offsetHeight + 12 < window.innerHeight;
    tip.style.left = `${Math.max(8, left) + window.scrollX}px`;
    tip.style.top = `${(below ? box.bottom + 6 : box.top - tip.offsetHeight - 6) + window.scrollY}px`;
  };
  const citation = (event) => event.target instanceof Element && event.target.closest("a[data-span]");
  for (const [enter, leave] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(enter, (event) => {
      const link = citation(event);
      if (link) show(link);
      else if (event.target instanceof Element && event.target.closest(".tip")) clearTimeout(closing);
    });
    document.addEventListener(leave, (event) => {
      if (citation(event) || (event.target instanceof Element && event.target.closest(".tip"))) later();
    });
  }

  // ---- keys: j k / ? move the focus; one switch turns them off for good
  const remembered = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  const remember = (name, value) => { try { localStorage.setItem(name, value); } catch { /* private mode: not kept */ } };
  const line = document.querySelector(".keys");
  const button = document.getElementById("keys");
  let keysOn = remembered("newsloom.keys") !== "off";
  const label = () => {
    button.setAttribute("aria-pressed", String(keysOn));
    button.textContent = keysOn ? "Keys on" : "Keys off";
  };
  if (line && button) {
    line.hidden = false;
    label();
    button.addEventListener("click", () => {
      keysOn = !keysOn;
      remember("newsloom.keys", keysOn ? "on" : "off");
      label();
    });
  }
  const focus = (element) => {
    if (!element.hasAttribute("tabindex") && !element.matches("a, button, input, summary")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  };
  const entries = () => all(".said, .entry").filter((entry) => entry.offsetParent !== null);
  const step = (by) => {
    const list = entries();
    const here = document.activeElement && document.activeElement.closest(".said, .entry");
    const at = list.indexOf(here);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by;
    if (list[next]) focus(list[next]);
  };
  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => { const search = document.getElementById("search"); if (search) focus(search); },
    "?": () => { if (button) focus(button); },
  };
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const arrow = (event) => {
    const cell = document.activeElement && document.activeElement.closest(".matrix th, .matrix td");
    if (!cell || !(event.key in ARROWS)) return false;
    const [dx, dy] = ARROWS[event.key];
    const rows = all("tr", cell.closest("table"));
    const row = rows[rows.indexOf(cell.parentElement) + dy];
    const next = row && row.cells[cell.cellIndex + dx];
    if (next) focus(next.querySelector("a") || next);
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") { hide(); return; }
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (arrow(event)) { event.preventDefault(); return; }
    const act = keysOn && Object.hasOwn(KEYS, event.key) && KEYS[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // ---- contents: where the reader is
  const rail = new Map(all(".rail a").map((link) => [link.hash.slice(1), link]));
  if (rail.size && "IntersectionObserver" in window) {
    const seen = new IntersectionObserver((changes) => {
      for (const change of changes) {
        if (!change.isIntersecting) continue;
        rail.forEach((link) => link.removeAttribute("aria-current"));
        rail.get(change.target.id)?.setAttribute("aria-current", "true");
      }
    }, { rootMargin: "-10% 0px -80% 0px" });
    rail.forEach((_, id) => { const section = document.getElementById(id); if (section) seen.observe(section); });
  }

  // ---- lists of a static site: filtered here
  const filter = document.querySelector(".filter");
  if (filter) {
    const input = filter.querySelector("input");
    const status = filter.querySelector("[role=status]");
    filter.hidden = false;
    input.addEventListener("input", () => {
      const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let left = 0;
      for (const row of all("[data-words]")) {
        const text = row.dataset.words.toLowerCase();
        row.hidden = !wanted.every((word) => text.includes(word));
        left += row.hidden ? 0 : 1;
      }
      status.textContent = wanted.length ? `${left} found on this page` : "";
    });
  }
})();
