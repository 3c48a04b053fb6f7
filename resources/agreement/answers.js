"use strict";
(() => {
  const pieces = Array.from(document.querySelectorAll(".piece"));
  const bar = document.querySelector(".bar");
  const told = bar.querySelector("p");
  const who = document.getElementById("who");
  const answerOf = (piece) => (piece.querySelector("input:checked") || { value: "" }).value;
  const reasonOf = (piece) => piece.querySelector("textarea");
  const lacks = (piece) => answerOf(piece) === "disputed" && !reasonOf(piece).value.trim();
  const show = () => {
    const n = pieces.filter((piece) => answerOf(piece)).length;
    told.textContent = bar.dataset.progress.replace("{n}", n).replace("{all}", pieces.length);
    pieces.forEach((piece) => reasonOf(piece).classList.toggle("needed", lacks(piece)));
  };
  const save = () => {
    const lacking = pieces.find(lacks);
    if (lacking) {
      reasonOf(lacking).focus();
      told.textContent = bar.dataset.reason;
      return;
    }
    const answers = pieces.filter((piece) => answerOf(piece)).map((piece) => ({
      id: piece.dataset.id,
      title: piece.dataset.title,
      stage: piece.dataset.stage,
      definition: piece.dataset.definition,
      answer: answerOf(piece),
      reason: reasonOf(piece).value.trim(),
      by_whom: who.value.trim(),
    }));
    const file = new Blob([JSON.stringify({ answers }, null, 2) + "\n"], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = bar.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  document.addEventListener("input", show);
  bar.querySelector("button").addEventListener("click", save);
  bar.hidden = false;
  show();
})();
