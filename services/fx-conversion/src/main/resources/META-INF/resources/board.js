"use strict";

const EVERY_MILLIS = 60_000;
const clock = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Hong_Kong" });

function cell(row, name, text, kind) {
  const cell = row.appendChild(document.createElement(name));
  cell.textContent = text;
  if (kind) {
    cell.className = kind;
  }
  return cell;
}

function show(board) {
  document.getElementById("rows").replaceChildren(...board.rows.map(rate => {
    const row = document.createElement("tr");
    row.dataset.testid = `${rate.base}-${rate.quote}`;
    cell(row, "th", `${rate.base} / ${rate.quote}`).scope = "row";
    if (!rate.mid) {
      cell(row, "td", "no rate is known", "none").colSpan = 5;
      return row;
    }
    for (const price of ["buy", "mid", "sell"]) {
      cell(row, "td", rate[price], "figure");
    }
    cell(row, "td", rate.inForceFrom ? clock.format(new Date(rate.inForceFrom)) : "parity");
    cell(row, "td", rate.source);
    return row;
  }));
  const time = document.getElementById("time");
  time.className = "";
  time.textContent = `${clock.format(new Date(board.at))}, Hong Kong time`;
}

async function refresh() {
  try {
    const at = new URLSearchParams(location.search).get("at");
    const answer = await fetch(at ? `v1/board?at=${encodeURIComponent(at)}` : "v1/board");
    if (!answer.ok) {
      throw new Error(`the service answers ${answer.status}`);
    }
    show(await answer.json());
  } catch (fault) {
    // What hangs out stays, and is marked as old.
    const time = document.getElementById("time");
    time.className = "failed";
    time.textContent = `The rates could not be loaded (${fault.message}).`;
  }
}

refresh();
setInterval(refresh, EVERY_MILLIS);
