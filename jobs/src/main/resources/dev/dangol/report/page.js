// Draws each chart from the JSON that follows it. The page is complete without it.
// Colours are the variables of page.css, so that charts follow light, dark and print by themselves.
(() => {
  'use strict';
  const ink = { color: 'var(--ink)' };
  const quiet = { color: 'var(--quiet)' };
  const line = { lineStyle: { color: 'var(--line)' } };
  const fonts = getComputedStyle(document.body).fontFamily;

  const common = { animation: false, textStyle: { fontSize: 13, fontFamily: fonts, ...ink } };

  const values = (data, nameLocation) => ({
    type: 'value',
    min: 0,
    max: data.highest,
    interval: data.highest ? data.highest / 4 : null,
    splitNumber: 4,
    name: data.axes.values,
    nameLocation,
    nameGap: 30,
    nameTextStyle: { ...quiet, align: nameLocation === 'end' ? 'left' : 'center' },
    axisLabel: quiet,
    splitLine: line,
  });

  const names = (data) => ({
    type: 'category',
    data: data.names,
    name: data.axes.names,
    nameLocation: 'middle',
    nameGap: 30,
    nameTextStyle: quiet,
    axisLine: line,
    axisTick: { show: false },
  });

  const series = (one, type, position) => ({
    type,
    name: one.name,
    data: one.values.map((value) => value ?? '-'),
    silent: true,
    color: `var(--series-${one.colour})`,
    label: { show: true, position, formatter: one.unit, ...ink },
  });

  const kinds = {
    bars: (data) => ({
      ...common,
      legend: { top: 0, left: 0, selectedMode: false, textStyle: ink },
      grid: { top: 36, left: 16, right: 72, bottom: 28, containLabel: true },
      xAxis: values(data, 'middle'),
      yAxis: {
        ...names(data),
        inverse: true,
        axisLabel: { ...ink, width: 108, lineHeight: 14, overflow: 'break', interval: 0 },
      },
      series: data.series.map((one) => ({
        ...series(one, 'bar', 'right'),
        barMaxWidth: 16,
        barGap: '15%',
        itemStyle: { borderRadius: [0, 3, 3, 0] },
      })),
    }),
    line: (data) => ({
      ...common,
      grid: { top: 58, left: 8, right: 20, bottom: 28, containLabel: true },
      xAxis: { ...names(data), axisLabel: quiet },
      yAxis: values(data, 'end'),
      series: data.series.map((one) => ({
        ...series(one, 'line', 'top'),
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { width: 2.5 },
        labelLayout: { hideOverlap: true },
      })),
    }),
  };

  // Drawn when the place is known to have a width, and again when that changes.
  const draw = (place, data) => {
    let chart = null;
    new ResizeObserver(([{ contentRect: { width, height } }]) => {
      if (width === 0) return;
      if (chart) {
        chart.resize({ width, height });
      } else {
        chart = echarts.init(place, null, { renderer: 'svg', width, height });
        chart.setOption(kinds[data.kind](data));
      }
    }).observe(place);
  };

  document.querySelectorAll('[data-chart]').forEach((place) => {
    place.style.height = place.dataset.height + 'px';
    place.classList.add('drawn');
    draw(place, JSON.parse(document.getElementById(place.dataset.chart).textContent));
  });
})();
