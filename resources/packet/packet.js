"use strict";
(() => {
  const page = document.querySelector("main");
  const bar = document.querySelector(".bar");
  const told = bar.querySelector("p");
  const who = bar.querySelector("input");
  const replies = Array.from(document.querySelectorAll(".reply[data-number]"));
  const ideas = document.querySelector(".ideas");
  let saved = true;

  const plain = (text) => text.replace(/[\ud800-\udfff]/gu, "").trim();
  const chosen = (reply) => reply.querySelector("input[type=radio]:checked");
  const dayOf = (reply) => reply.querySelector("input[type=date]");
  const textOf = (reply) => reply.querySelector("textarea");
  const lacking = (reply) => {
    const choice = chosen(reply);
    if (!choice) return null;
    const day = dayOf(reply);
    if (choice.value === "day" && (!day.value || day.value < day.min)) return day;
    return choice.dataset.needed && !plain(textOf(reply).value) ? textOf(reply) : null;
  };
  const ideasGiven = () => Array.from(ideas.querySelectorAll(".idea")).map((idea) => ({
    title: plain(idea.querySelector("input").value).replace(/\s+/gu, " "),
    text: plain(idea.querySelector("textarea").value),
  })).filter((idea) => idea.title || idea.text);

  const show = () => {
    replies.forEach((reply) => {
      const choice = chosen(reply);
      reply.querySelectorAll("label.choice").forEach((label) => {
        label.classList.toggle("chosen", label.contains(choice));
      });
      reply.querySelector(".undo").hidden = !choice;
      const day = reply.querySelector(".day-field");
      if (day) day.hidden = !choice || choice.value !== "day";
      const text = reply.querySelector(".text-field");
      text.hidden = !choice || !choice.dataset.ask;
      if (!text.hidden) text.querySelector("span").textContent = choice.dataset.ask;
    });
    const waiting = replies.filter((reply) => "waits" in reply.dataset);
    const n = waiting.filter(chosen).length;
    const progress = bar.dataset.progress.replace("{n}", n).replace("{all}", waiting.length);
    told.textContent = waiting.length ? progress : bar.dataset.free;
  };

  const complain = (field, words) => {
    document.querySelectorAll(".needed").forEach((one) => one.classList.remove("needed"));
    field.classList.add("needed");
    field.focus();
    told.textContent = words;
  };

  const answersGiven = () => replies.filter(chosen).map((reply) => ({
    number: Number(reply.dataset.number),
    reply: chosen(reply).value,
    day: chosen(reply).value === "day" ? dayOf(reply).value : "",
    text: chosen(reply).dataset.ask ? plain(textOf(reply).value) : "",
  })).sort((one, other) => one.number - other.number);

  const two = (number) => String(number).padStart(2, "0");
  const now = () => {
    const at = new Date();
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
  };

  // The browser's own digest is missing where a page is opened from a file in some browsers.
  const sha256 = (text) => {
    const bytes = new TextEncoder().encode(text);
    const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
    bytes.forEach((byte, at) => { words[at >> 2] |= byte << (24 - (at % 4) * 8); });
    words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
    words[words.length - 1] = bytes.length * 8;
    const part = (number) => Math.floor((number - Math.floor(number)) * 4294967296);
    const primes = [];
    for (let number = 2; primes.length < 64; number += 1) {
      if (primes.every((prime) => number % prime)) primes.push(number);
    }
    const state = Uint32Array.from(primes.slice(0, 8), (prime) => part(Math.sqrt(prime)));
    const constants = Uint32Array.from(primes, (prime) => part(Math.cbrt(prime)));
    const turn = (word, by) => (word >>> by) | (word << (32 - by));
    const w = new Uint32Array(64);
    for (let block = 0; block < words.length; block += 16) {
      for (let i = 0; i < 64; i += 1) {
        if (i < 16) { w[i] = words[block + i]; continue; }
        const x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i += 1) {
        const s = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] + w[i];
        const t = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g; g = f; f = e; e = (d + s) | 0; d = c; c = b; b = a; a = (s + t) | 0;
      }
      [a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] += word; });
    }
    return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
  };

  const save = () => {
    const open = replies.find(lacking);
    if (open) {
      const field = lacking(open);
      complain(field, field.type === "date" ? bar.dataset.day : chosen(open).dataset.needed);
      return;
    }
    const untitled = Array.from(ideas.querySelectorAll(".idea")).find((idea) =>
      plain(idea.querySelector("textarea").value) && !plain(idea.querySelector("input").value));
    if (untitled) {
      complain(untitled.querySelector("input"), bar.dataset.untitled);
      return;
    }
    const given = {
      editorial: "answers to a packet",
      version: 1,
      workspace: page.dataset.workspace,
      packet: page.dataset.packet,
      person: page.dataset.person,
      name: plain(who.value),
      at: now(),
      answers: answersGiven(),
      ideas: ideasGiven(),
    };
    if (!given.answers.length && !given.ideas.length) {
      told.textContent = bar.dataset.nothing;
      return;
    }
    given.checksum = sha256(JSON.stringify(given));
    const file = new Blob([JSON.stringify(given, null, 1) + "\n"], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = bar.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    saved = true;
    told.textContent = bar.dataset.saved;
  };

  document.addEventListener("input", (event) => {
    event.target.classList.remove("needed");
    saved = false;
    show();
  });
  document.addEventListener("click", (event) => {
    if (event.target.matches(".undo")) {
      const reply = event.target.closest(".reply");
      chosen(reply).checked = false;
      show();
      reply.querySelector("input[type=radio]").focus();
    }
    if (event.target.matches(".another")) {
      const idea = ideas.querySelector(".idea").cloneNode(true);
      idea.querySelectorAll("input, textarea").forEach((field) => { field.value = ""; });
      ideas.append(idea);
      idea.querySelector("input").focus();
    }
  });
  window.addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });
  bar.querySelector("button").addEventListener("click", save);
  document.documentElement.classList.add("live");
  bar.hidden = false;
  show();
})();
