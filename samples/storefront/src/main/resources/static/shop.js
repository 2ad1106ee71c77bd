// The whole of what a shop must do for the chat besides the script tag: vouch for who has signed
// in, have it forgotten when they sign out, and say which unit is looked at. Calls made before the widget has come are kept in a list.
"use strict";

function hotdesk(name, ...values) {
  if (window.Hotdesk && !Array.isArray(window.Hotdesk)) window.Hotdesk[name](...values);
  else (window.Hotdesk = window.Hotdesk || []).push([name, ...values]);
}

async function identify() {
  const answer = await fetch("/identity");
  if (answer.status === 200) hotdesk("identify", await answer.text());
}

if ("signedIn" in document.body.dataset) {
  identify();
  setInterval(identify, 20 * 60 * 1000);
}

for (const form of document.querySelectorAll("form[action='/sign-out']")) {
  form.addEventListener("submit", () => hotdesk("forget"));
}

const picture = document.querySelector(".picture.large");

function show(colour) {
  for (const one of picture.children) one.hidden = one.dataset.colour !== colour;
}

if (picture) {
  show(picture.firstElementChild.dataset.colour);
  for (const choice of document.querySelectorAll("input[name=sku]")) {
    choice.addEventListener("change", () => {
      show(choice.dataset.colour);
      hotdesk("page", choice.value);
    });
  }
  document.querySelector("[data-ask]").addEventListener("click", () => hotdesk("open"));
}
