"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const box = document.getElementById("claims");
  const claims = [...box.children];
  const ranks = ["contradicted", "not-supported", "mixed", "unverifiable", "uncited", "partly-supported", "supported"];
  const all = claims.map((claim) => {
    const topic = claim.querySelector("h3").textContent.toLowerCase();
    const parts = [...claim.querySelectorAll("article")].map((part) => ({
      part,
      verdict: part.dataset.verdict,
      severity: Number(part.dataset.severity),
      reviewed: "reviewed" in part.dataset ? "with" : "without",
      words: null,
      topic,
    }));
    const rank = Math.min(ranks.length, ...parts.map((one) => ranks.indexOf(one.verdict)));
    return { claim, parts, rank, topic };
  });
  const total = all.reduce((sum, one) => sum + one.parts.length, 0);
  const shown = document.getElementById("f-shown");
  const wordsOf = (one) => (one.words ??= `${one.topic} ${one.part.textContent.toLowerCase()}`);

  const apply = () => {
    const words = document.getElementById("f-topic").value.toLowerCase().split(/\s+/).filter(Boolean);
    const least = Number(document.getElementById("f-severity").value);
    const verdicts = new Set([...form.querySelectorAll("[name=verdict]:checked")].map((box) => box.value));
    const review = document.getElementById("f-review")?.value ?? "any";
    const every = verdicts.size === ranks.length && !least && review === "any";
    let left = 0;
    for (const { claim, parts, topic } of all) {
      let here = 0;
      for (const one of parts) {
        const fits =
          verdicts.has(one.verdict) &&
          one.severity >= least &&
          (review === "any" || one.reviewed === review) &&
          words.every((word) => wordsOf(one).includes(word));
        one.part.hidden = !fits;
        here += fits;
      }
      const bare = !parts.length && every && words.every((word) => topic.includes(word));
      claim.hidden = !here && !bare;
      left += here;
    }
    shown.value = shown.dataset.words.replace("{shown}", left).replace("{all}", total);
  };

  const order = () => {
    const worst = document.getElementById("f-order").value === "worst";
    const sorted = worst ? [...all].sort((one, other) => one.rank - other.rank) : all;
    box.append(...sorted.map((one) => one.claim));
  };

  let waiting = 0;
  form.addEventListener("input", (event) => {
    if (event.target.id === "f-order") return order();
    clearTimeout(waiting);
    waiting = setTimeout(apply, event.target.type === "search" ? 150 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;

  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("[hidden]");
    if (!folded) return;
    form.reset();
    apply();
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
})();
