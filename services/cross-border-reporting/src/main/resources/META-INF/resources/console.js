// Draws the two charts from the same JSON that GET /v1/days/{day} gives everyone; every figure is in the page without it.
'use strict';

const INK = '#14213a';
const QUIET = '#5b667a';
const COLOURS = { accepted: '#0d6b68', late: '#e0a021', rejected: '#ad2f45', across: '#0d6b68', within: '#9db4c0' };
const TEXT = { color: QUIET, fontFamily: 'system-ui, "Noto Sans", sans-serif', fontSize: 12 };
// Rich text is drawn in the canvas: the page's content security policy allows no styles made by a script.
const TOOLTIP = { renderMode: 'richText', confine: true, textStyle: { color: INK, fontSize: 12 } };

function draw(id, option) {
  const element = document.getElementById(id);
  const chart = echarts.init(element, null, { renderer: 'canvas' });
  chart.setOption({ animation: false, textStyle: TEXT, ...option });
  new ResizeObserver(() => chart.resize()).observe(element);
  element.dataset.drawn = 'true';
}

function tapsByHour(hours) {
  const series = ['accepted', 'late', 'rejected'].map(verdict => ({
    name: verdict,
    type: 'bar',
    stack: 'taps',
    barCategoryGap: '25%',
    itemStyle: { color: COLOURS[verdict] },
    data: hours.map(hour => hour[verdict]),
  }));
  return {
    tooltip: { ...TOOLTIP, trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: TEXT },
    grid: { left: 4, right: 8, top: 36, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: hours.map(hour => String(hour.hour).padStart(2, '0')),
      axisTick: { show: false },
      axisLabel: TEXT,
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: TEXT },
    series,
  };
}

function journeysByCorridor(corridors) {
  const bars = corridors.toReversed();
  return {
    tooltip: { ...TOOLTIP, trigger: 'item' },
    grid: { left: 4, right: 56, top: 8, bottom: 4, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, splitNumber: 3, axisLabel: TEXT },
    yAxis: {
      type: 'category',
      data: bars.map(bar => bar.corridor.replace('-', ' → ')),
      axisTick: { show: false },
      axisLabel: { ...TEXT, color: INK, fontSize: 13 },
    },
    series: [{
      name: 'journeys',
      type: 'bar',
      barMaxWidth: 28,
      label: { show: true, position: 'right', color: INK, fontSize: 13, formatter: ({ value }) => value.toLocaleString('en') },
      data: bars.map(bar => {
        const [wallet, place] = bar.corridor.split('-');
        return { value: bar.journeys, itemStyle: { color: wallet === place ? COLOURS.within : COLOURS.across } };
      }),
    }],
  };
}

async function drawDay() {
  const answer = await fetch('/v1/days/' + encodeURIComponent(document.body.dataset.day));
  if (!answer.ok) {
    throw new Error('the day answered HTTP ' + answer.status);
  }
  const day = await answer.json();
  draw('taps-by-hour', tapsByHour(day.taps.byHour));
  draw('journeys-by-corridor', journeysByCorridor(day.corridors));
}

document.documentElement.classList.add('scripted');
document.getElementById('day').addEventListener('change', event => event.target.form.submit());
drawDay();
