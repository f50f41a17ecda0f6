// Axes of a drawing: from values to pixels, and where their ticks stand.
(function () {
  "use strict";
  const { explore } = convatlas;
  // From this ratio of largest to smallest on, equal steps would hide most values in a corner.
  const WIDE = 30;

  function steps(least, most, count) {
    const rough = (most - least) / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= rough);
  }

  function linear(least, most, isWhole) {
    const room = least === most ? Math.abs(least) || 1 : (most - least) * 0.06;
    let step = steps(least - room, most + room, 5);
    step = isWhole ? Math.max(1, Math.round(step)) : step;
    const from = Math.max(least - room, least >= 0 && least < step ? 0 : -Infinity);
    const ticks = [];
    for (let at = Math.ceil(from / step); at * step <= most + room; at++) {
      ticks.push(at * step);
    }
    return { from, to: most + room, of: (value) => value, ticks };
  }

  function logarithmic(least, most) {
    const from = Math.log10(least) - 0.08;
    const to = Math.log10(most) + 0.08;
    const decades = to - from;
    const digits = decades > 3 ? [1] : decades > 1.6 ? [1, 3] : [1, 2, 5];
    const ticks = [];
    for (let power = Math.floor(from); power <= to; power++) {
      digits.forEach((digit) => {
        const value = digit * 10 ** power;
        if (value >= 1 && Math.log10(value) >= from && Math.log10(value) <= to) {
          ticks.push(value);
        }
      });
    }
    return { from, to, of: Math.log10, ticks };
  }

  /**
   * @param values of at least one model
   * @param start pixel of the least value
   * @param end pixel of the largest
   */
  function scale(values, start, end) {
    const least = values.reduce((a, b) => Math.min(a, b), Infinity);
    const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
    const isWhole = values.every(Number.isInteger);
    const isLog = least > 0 && most / least > WIDE;
    const axis = isLog ? logarithmic(least, most) : linear(least, most, isWhole);
    const place = (value) =>
      start + ((axis.of(value) - axis.from) / (axis.to - axis.from)) * (end - start);
    return { place, ticks: axis.ticks, isLog };
  }

  /**
   * Models that no other beats in one figure without losing in the other.
   *
   * @param dots with x and y
   * @param wantedX "more" or "less", as wantedY
   */
  function front(dots, wantedX, wantedY) {
    const signX = wantedX === "less" ? 1 : -1;
    const signY = wantedY === "less" ? 1 : -1;
    const order = dots.slice().sort((a, b) => signX * (a.x - b.x) || signY * (a.y - b.y));
    const best = [];
    let record = Infinity;
    order.forEach((dot) => {
      if (signY * dot.y < record) {
        record = signY * dot.y;
        best.push(dot);
      }
    });
    return best;
  }

  explore.scales = { scale, front };
})();
