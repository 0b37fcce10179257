// Draws each chart from the JSON that follows it. The page is complete without it.
(() => {
  'use strict';
  document.querySelectorAll('[data-chart]').forEach((place) => {
    const options = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    place.style.height = place.dataset.height + 'px';
    place.classList.add('drawn');
    options.textStyle.fontFamily = getComputedStyle(document.body).fontFamily;
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption(options);
    new ResizeObserver(() => chart.resize()).observe(place);
  });
})();
