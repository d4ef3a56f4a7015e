// Draws each chart from the table that it names, and keeps what is live fresh: every figure stands in the page without it.
'use strict';

const INK = '#14213a';
const QUIET = '#5b667a';
const STACK = ['#0d6b68', '#e0a021', '#ad2f45'];
const ACROSS = '#0d6b68';
const WITHIN = '#9db4c0';
const TEXT = { color: QUIET, fontFamily: 'system-ui, "Noto Sans", "Noto Sans CJK HK", "Noto Sans CJK SC", sans-serif', fontSize: 12 };
// Rich text is drawn in the canvas: the page's content security policy allows no styles made by a script.
const TOOLTIP = { renderMode: 'richText', confine: true, textStyle: { color: INK, fontSize: 12 } };

function read(table) {
  const value = cell => {
    const { count, minor } = cell.querySelector('.figure').dataset;
    return Number(count ?? minor);
  };
  return {
    columns: [...table.tHead.querySelectorAll('th:not(.about)')].map(column => column.textContent),
    rows: [...table.tBodies[0].rows].map(row => ({
      head: row.querySelector('th').textContent,
      values: [...row.querySelectorAll('td')].map(value),
    })),
  };
}

const CHARTS = {
  /** A bar for each row, of all its figures. */
  stacked: ({ columns, rows }) => ({
    tooltip: { ...TOOLTIP, trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: TEXT },
    grid: { left: 4, right: 8, top: 36, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: rows.map(row => row.head), axisTick: { show: false }, axisLabel: TEXT },
    yAxis: { type: 'value', minInterval: 1, axisLabel: TEXT },
    series: columns.map((column, index) => ({
      name: column,
      type: 'bar',
      stack: 'all',
      barCategoryGap: '25%',
      itemStyle: { color: STACK[index % STACK.length] },
      data: rows.map(row => row.values[index]),
    })),
  }),

  /** A bar for each row, of its first figure; what goes from one side to another stands out. */
  bars: ({ columns, rows }) => ({
    tooltip: { ...TOOLTIP, trigger: 'item' },
    grid: { left: 4, right: 56, top: 8, bottom: 4, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, splitNumber: 3, axisLabel: TEXT },
    yAxis: {
      type: 'category',
      data: rows.toReversed().map(row => row.head),
      axisTick: { show: false },
      axisLabel: { ...TEXT, color: INK, fontSize: 13 },
    },
    series: [{
      name: columns[0],
      type: 'bar',
      barMaxWidth: 28,
      label: { show: true, position: 'right', color: INK, fontSize: 13, formatter: ({ value }) => value.toLocaleString('en') },
      data: rows.toReversed().map(row => {
        const [from, to] = row.head.split(' → ');
        return { value: row.values[0], itemStyle: { color: from === to ? WITHIN : ACROSS } };
      }),
    }],
  }),
};

function draw(element) {
  const table = document.getElementById(element.dataset.table);
  if (table === null) {
    return;
  }
  const drawn = echarts.getInstanceByDom(element);
  const chart = drawn ?? echarts.init(element, null, { renderer: 'canvas' });
  chart.setOption({ animation: false, textStyle: TEXT, ...CHARTS[element.dataset.chart](read(table)) });
  if (!drawn) {
    new ResizeObserver(() => chart.resize()).observe(element);
  }
  element.dataset.drawn = 'true';
}

const LIVE = '[data-live]';
const LIVE_EVERY_MILLIS = 10_000;

/** Puts what the page says by now in the place of what it said. A page that nobody looks at, or whose session is over, stays as it is. */
async function refresh() {
  if (document.hidden) {
    return;
  }
  const answer = await fetch(location.href, { redirect: 'manual' }).catch(() => null);
  if (answer === null || !answer.ok) {
    return;
  }
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const charts = [...document.querySelectorAll('.chart')];
  const tables = charts.map(chart => document.getElementById(chart.dataset.table)).filter(table => table !== null);
  for (const before of [...document.querySelectorAll(LIVE), ...tables]) {
    const after = now.getElementById(before.id);
    if (after !== null) {
      before.replaceWith(after);
    }
  }
  charts.forEach(draw);
}

document.documentElement.classList.add('scripted');
document.getElementById('day').addEventListener('change', event => event.target.form.submit());
document.querySelectorAll('.chart').forEach(draw);
if (document.querySelector(LIVE) !== null) {
  setInterval(refresh, LIVE_EVERY_MILLIS);
}
