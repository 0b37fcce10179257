// Draws each chart from the JSON that follows it. The page is complete without it.
// Colours are the variables of page.css, so that charts follow light, dark and print by themselves.
(() => {
  'use strict';
  const ink = { color: 'var(--ink)' };
  const quiet = { color: 'var(--quiet)' };
  const line = { lineStyle: { color: 'var(--line)' } };
  const fonts = getComputedStyle(document.body).fontFamily;

  // Numbers as the language groups them; from a million on with a word for their size.
  const language = document.documentElement.lang;
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const number = (value) => (Math.abs(value) >= 1e6 ? short.format(value) : Number(value).toLocaleString(language))
    .replace('-', '−');
  const labelled = (one) => ({ value }) => {
    const shown = Array.isArray(value) ? value[1] : value;
    return Number.isFinite(Number(shown)) ? one.unit.replace('{c}', number(shown)) : '';
  };

  const common = { animation: false, textStyle: { fontSize: 13, fontFamily: fonts, ...ink } };

  // Axes begin at 0, and further below where a value or an interval does.
  const isBelowZero = (data) => data.series.some((one) =>
    [...one.values, ...(one.spans ?? []).flat()].some((value) => value !== null && value < 0));

  const values = (data, nameLocation) => ({
    type: 'value',
    min: isBelowZero(data) ? null : 0,
    max: data.highest,
    interval: data.highest ? data.highest / 4 : null,
    splitNumber: 4,
    name: data.axes.values,
    nameLocation,
    nameGap: 30,
    nameTextStyle: { ...quiet, align: nameLocation === 'end' ? 'left' : 'center' },
    axisLabel: { ...quiet, formatter: number },
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
    label: { show: !one.spans, position, formatter: labelled(one), ...ink },
  });

  // What is compared with others comes first and stands out.
  const ours = (one) => one.values.map((value, place) => ({
    value: value ?? '-', itemStyle: place ? { color: 'var(--series-2)', borderRadius: [0, 3, 3, 0] } : {},
  }));

  // The interval of each bar, with the bar's own value after its end.
  const intervals = (one) => ({
    type: 'custom',
    silent: true,
    z: 5,
    data: one.spans.map((span, place) => [...(span ?? ['-', '-']), place]),
    encode: { x: [0, 1], y: 2 },
    renderItem: (params, api) => {
      const place = api.value(2);
      const bar = one.values[place];
      if (bar === null) return null;
      const value = api.coord([bar, place]);
      const [low, high] = [0, 1].map((end) => api.coord([api.value(end), place])[0]);
      const spans = Number.isFinite(low) && Number.isFinite(high);
      const nothing = api.coord([0, place])[0];
      const text = { type: 'text', x: 8 + Math.max(nothing, value[0], spans ? high : value[0]), y: value[1],
        style: { text: one.unit.replace('{c}', number(bar)), verticalAlign: 'middle', fontSize: 13,
          fontFamily: fonts, fill: 'var(--ink)' } };
      const line = (x1, x2, y) => ({ type: 'line', shape: { x1, x2, y1: value[1] - y, y2: value[1] + y },
        style: { stroke: 'var(--ink)', lineWidth: 1.5 } });
      const lines = spans ? [line(low, high, 0), line(low, low, 4), line(high, high, 4)] : [];
      return { type: 'group', children: [...lines, text] };
    },
  });

  // The height that the legend takes above bars; on a narrow screen its names need several rows.
  const above = (data, width) => {
    const names = data.series.map((one) => one.name).filter((name) => name);
    let rows = 1;
    let used = 0;
    names.forEach((name) => {
      const need = 45 + [...name].reduce((sum, sign) => sum + (sign > '\u2fff' ? 13 : 8), 0);
      if (used && used + need > width) {
        rows += 1;
        used = 0;
      }
      used += need;
    });
    return names.length ? 12 + 24 * rows : 8;
  };

  const bars = (data, width, first) => ({
    ...common,
    legend: { top: 0, left: 0, selectedMode: false, textStyle: ink },
    grid: { top: above(data, width), left: 16, right: 72, bottom: 28, containLabel: true },
    xAxis: values(data, 'middle'),
    yAxis: {
      ...names(data),
      inverse: true,
      axisLine: { ...line, onZero: false },
      axisLabel: { ...ink, width: 108, lineHeight: 14, overflow: 'break', interval: 0 },
    },
    series: data.series.flatMap((one) => [
      {
        ...series(one, 'bar', 'right'),
        ...(first ? { data: ours(one) } : {}),
        barMaxWidth: 16,
        barGap: '15%',
        itemStyle: { borderRadius: [0, 3, 3, 0] },
      },
      ...(one.spans ? [intervals(one)] : []),
    ]),
  });

  const isTold = (data, name) => (data.names.length > 12 ? name === Number(data.names.at(-1)) : name > 0);

  const kinds = {
    // Bars with intervals: the first is ours, the others are what it is compared with.
    bars: (data, width) => bars(data, width, data.series.some((one) => one.spans)),
    // Differences with intervals, below zero too, all of the same kind.
    effects: (data, width) => bars(data, width, false),
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
    // Names are numbers here: each line starts at nothing for nobody. Of many points the last is told. The last one is what chance gives.
    curve: (data) => ({
      ...common,
      legend: { top: 0, left: 0, selectedMode: false, textStyle: ink, itemWidth: 36 },
      grid: { top: 108, left: 8, right: 24, bottom: 28, containLabel: true },
      xAxis: { ...names(data), type: 'value', data: null, min: 0, axisLabel: quiet, splitLine: { show: false } },
      yAxis: values(data, 'end'),
      series: data.series.map((one, place) => ({
        ...series(one, 'line', 'top'),
        data: [[0, 0], ...data.names.map((name, size) => [Number(name), one.values[size] ?? '-'])],
        symbol: 'circle',
        symbolSize: place ? 5 : 7,
        label: { show: place === 0, position: 'top', formatter: ({ value }) => (isTold(data, value[0]) ? labelled(one)({ value }) : ''), ...ink },
        lineStyle: { width: place ? 2 : 3, type: place === data.series.length - 1 && place ? 'dashed' : 'solid' },
        z: 5 - place,
        labelLayout: { hideOverlap: true },
      })),
    }),
    // Names are numbers here, such as days; nothing is known at 0.
    trend: (data) => ({
      ...common,
      legend: { top: 0, left: 0, selectedMode: false, textStyle: ink, itemWidth: 30 },
      grid: { top: 74, left: 8, right: 24, bottom: 28, containLabel: true },
      xAxis: { ...names(data), type: 'value', data: null, min: 0, axisLabel: quiet, splitLine: { show: false } },
      yAxis: values(data, 'end'),
      series: data.series.map((one, place) => ({
        ...series(one, 'line', 'top'),
        data: data.names.map((name, size) => [Number(name), one.values[size] ?? '-']),
        label: { show: false },
        symbol: 'circle',
        symbolSize: place ? 0 : 5,
        lineStyle: { width: place ? 1.5 : 2.5 },
        z: 5 - place,
      })),
    }),
    // Names are numbers here, on the same scale as the values. The last series is the diagonal.
    reliability: (data) => ({
      ...common,
      legend: { top: 0, left: 0, selectedMode: false, textStyle: ink, itemWidth: 30 },
      grid: { top: 84, left: 8, right: 18, bottom: 28, containLabel: true },
      xAxis: {
        ...names(data), type: 'value', data: null, min: 0, max: data.highest, interval: data.highest / 4,
        axisLabel: quiet, splitLine: { show: false },
      },
      yAxis: values(data, 'end'),
      series: data.series.map((one, place) => ({
        ...series(one, 'line', 'top'),
        data: place
          ? [[0, 0], [data.highest, data.highest]]
          : data.names.map((name, bucket) => [Number(name), one.values[bucket] ?? '-']),
        label: { show: false },
        symbol: place ? 'none' : 'circle',
        symbolSize: 7,
        lineStyle: { width: place ? 1.5 : 2.5, type: place ? 'dashed' : 'solid' },
        z: 5 - place,
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
        chart.setOption(kinds[data.kind](data, width));
      } else {
        chart = echarts.init(place, null, { renderer: 'svg', width, height });
        chart.setOption(kinds[data.kind](data, width));
      }
    }).observe(place);
  };

  document.querySelectorAll('[data-chart]').forEach((place) => {
    place.style.height = place.dataset.height + 'px';
    place.classList.add('drawn');
    draw(place, JSON.parse(document.getElementById(place.dataset.chart).textContent));
  });

  // The contents are folded on a narrow screen and open beside the page on a wide one.
  const contents = document.querySelector('.toc-list');
  const wide = matchMedia('(min-width: 1420px)');
  const fold = () => { contents.open = wide.matches; };
  if (contents) {
    fold();
    wide.addEventListener('change', fold);
  }

  // Finds sections, and lines of tables and cards by their names.
  const search = document.querySelector('.search');
  const most = 8;
  const show = (place) => {
    for (let at = place.parentElement; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') at.open = true;
    }
    place.scrollIntoView({ block: 'center' });
    document.querySelectorAll('.found').forEach((old) => old.classList.remove('found'));
    place.classList.add('found');
    place.setAttribute('tabindex', '-1');
    place.focus({ preventScroll: true });
  };
  const entry = (place) => {
    const section = place.closest('section');
    const heading = section && section.querySelector('h2');
    return { place, name: place.textContent.trim(), where: heading ? heading.textContent : '' };
  };
  const results = (text) => [...document.querySelectorAll('main h2, main h3, main h4, main th')]
    .map(entry)
    .filter(({ name }) => name.toLowerCase().includes(text))
    .slice(0, most);
  if (search) {
    const field = search.querySelector('input');
    const found = search.querySelector('ul');
    search.hidden = false;
    search.addEventListener('submit', (event) => event.preventDefault());
    field.addEventListener('input', () => {
      const text = field.value.trim().toLowerCase();
      const lines = text ? results(text) : [];
      found.replaceChildren(...lines.map(({ place, name, where }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = '#' + ((place.closest('section') || {}).id || 'content');
        link.textContent = name === where ? name : name + ' · ' + where;
        link.addEventListener('click', (event) => { event.preventDefault(); show(place); });
        item.append(link);
        return item;
      }));
      if (text && !lines.length) {
        const item = document.createElement('li');
        item.textContent = field.dataset.none;
        found.append(item);
      }
    });
  }

  // Folded cards and tables are printed open.
  addEventListener('beforeprint', () => {
    document.querySelectorAll('main details').forEach((details) => { details.open = true; });
  });
})();
