// The day as of which the page shows what was known: a slider over the days of articles, and a field for any day.
KG.timebar = (() => {
  const bar = document.getElementById("time");
  const slider = document.getElementById("days");
  const field = document.getElementById("day");
  const note = document.getElementById("time-note");
  const reset = document.getElementById("time-reset");
  const END = KG.days.length; // the slider's last place, behind all days: everything
  const REST = 90; // milliseconds for which the slider rests before the page follows
  const undated = KG.published.filter((date) => !date).length;
  let waiting = 0;

  const place = (day) => (day ? Math.max(0, KG.days.filter((one) => one <= day).length - 1) : END);
  const name = (day) => (day ? KG.dateText(day) : KG.say("everything"));

  // Tells a day in the controls.
  const tell = (day) => {
    slider.value = place(day);
    slider.setAttribute("aria-valuetext", name(day));
    field.value = day;
    reset.disabled = !day;
  };

  const show = () => {
    const { day, articles } = KG.model;
    const later = KG.data.articles.length - undated - articles.length;
    tell(day);
    bar.hidden = !day && KG.days.length < 2;
    bar.classList.toggle("past", day !== "");
    note.textContent = [KG.say("known", { n: articles.length }), day && later ? KG.say("later", { n: later }) : "",
      day && undated ? KG.say("undated", { n: undated }) : ""].filter(Boolean).join(" · ");
  };

  slider.max = END;
  slider.addEventListener("input", () => {
    const day = KG.days[slider.value] ?? "";
    tell(day);
    clearTimeout(waiting);
    waiting = setTimeout(() => KG.goTo(day), REST);
  });
  // While a year is typed, it is first 2, then 20: no year of ours.
  field.addEventListener("change", () => { if (field.validity.valid) KG.goTo(field.value); });
  reset.addEventListener("click", () => { KG.goTo(""); slider.focus(); });

  document.getElementById("time-title").append(KG.say("asOf"));
  bar.title = KG.say("asOfHint");
  slider.setAttribute("aria-label", KG.say("asOf"));
  reset.append(KG.say("everything"));
  reset.title = KG.say("everythingHint");
  return { show, focus: () => { if (!bar.hidden) slider.focus(); } };
})();
