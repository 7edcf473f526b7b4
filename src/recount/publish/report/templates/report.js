"use strict";
(function () {
  var form = document.getElementById("sieve");
  if (!form) { return; }
  var cards = Array.prototype.slice.call(document.querySelectorAll("#list > .card"));
  var marks = {};
  document.querySelectorAll("svg a[data-for]").forEach(function (mark) {
    (marks[mark.dataset.for] = marks[mark.dataset.for] || []).push(mark);
  });
  var texts = null;
  function textOf(at) {
    if (texts === null) { texts = new Array(cards.length); }
    if (texts[at] === undefined) { texts[at] = cards[at].textContent.toLowerCase(); }
    return texts[at];
  }
  function sift() {
    var words = form.elements.words.value.trim().toLowerCase();
    var country = form.elements.country.value;
    var type = form.elements.type.value;
    var status = form.elements.status.value;
    var shown = 0;
    cards.forEach(function (card, at) {
      var fits = (country === "" || card.dataset.country === country) &&
        (type === "" || card.dataset.type === type) &&
        (status === "" || card.dataset.status === status) &&
        (words === "" || textOf(at).indexOf(words) !== -1);
      card.hidden = !fits;
      (marks[card.id] || []).forEach(function (mark) {
        if (fits) { mark.removeAttribute("display"); } else { mark.setAttribute("display", "none"); }
      });
      if (fits) { shown += 1; }
    });
    form.elements.shown.value = shown + " of " + cards.length + " incidents shown";
  }
  var waiting = 0;
  form.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(sift, 120);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); sift(); });
  form.hidden = false;
  sift();

  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var card = id && document.getElementById(id);
    if (card && card.hidden) { form.reset(); sift(); card.scrollIntoView(); }
    for (var box = card; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") { box.open = true; }
    }
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    closed.forEach(function (box) { box.open = true; });
  });
  window.addEventListener("afterprint", function () {
    closed.forEach(function (box) { box.open = false; });
  });
})();
