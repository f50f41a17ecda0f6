// How numbers are written: the characters of dev.convatlas.text.Numbers, held by the same cases.
// Values are whole numbers, as Number or as BigInt; none goes through floating point.
(function () {
  "use strict";
  const NONE = "–";
  const SPACE = "\u00a0";
  const MINUS = "−";
  const PREFIXES = ["", "k", "M", "G", "T", "P", "E"];
  const DIGITS = 4;

  function abs(value) {
    return value < 0n ? -value : value;
  }

  /** Both positive or 0; a tie rounds up. */
  function divided(dividend, divisor) {
    return (2n * dividend + divisor) / (2n * divisor);
  }

  function grouped(digits) {
    return digits.replace(/\B(?=(\d{3})+$)/g, ",");
  }

  /** A number of 1 / 10^decimals. */
  function pointed(value, decimals) {
    const digits = value.toString().padStart(decimals + 1, "0");
    const whole = grouped(digits.slice(0, digits.length - decimals));
    return decimals === 0 ? whole : whole + "." + digits.slice(digits.length - decimals);
  }

  function exact(value) {
    const whole = BigInt(value);
    return (whole < 0n ? MINUS : "") + pointed(abs(whole), 0);
  }

  function scaled(value, digits, unit) {
    const whole = BigInt(value);
    const size = abs(whole);
    const length = size.toString().length;
    let prefix = Math.floor((length - 1) / 3);
    let decimals = prefix === 0 ? 0 : Math.max(0, digits - (length - 3 * prefix));
    let rounded = divided(size * 10n ** BigInt(decimals), 1000n ** BigInt(prefix));
    if (rounded.toString().length > length - 3 * prefix + decimals) {
      // 999.95 has become 1000.0: a digit more before the point, one less behind it.
      prefix += length % 3 === 0 ? 1 : 0;
      decimals = length % 3 === 0 ? digits - 1 : Math.max(0, decimals - 1);
      rounded = 10n ** BigInt(decimals + (length % 3));
    }
    const suffix = PREFIXES[prefix] + unit;
    const text = (whole < 0n ? MINUS : "") + pointed(rounded, decimals);
    return suffix === "" ? text : text + SPACE + suffix;
  }

  function brief(value, digits) {
    return scaled(value, digits || DIGITS, "");
  }

  function tick(value) {
    return brief(value).replace(/\.?0+(?=\u00a0)/, "");
  }

  function bytes(value) {
    return scaled(value, DIGITS, "B");
  }

  function pixels(value) {
    return exact(value) + SPACE + "px";
  }

  function atLeast(value, isExact, format) {
    return (isExact ? "" : "≥" + SPACE) + format(value);
  }

  function ratio(dividend, divisor, decimals) {
    if (BigInt(divisor) === 0n) {
      return NONE;
    }
    const power = 10n ** BigInt(decimals);
    return pointed(divided(BigInt(dividend) * power, BigInt(divisor)), decimals);
  }

  /** Tenths of a percent. */
  function permille(part, whole) {
    return divided(1000n * part, whole);
  }

  function share(part, whole) {
    const a = BigInt(part);
    const b = BigInt(whole);
    if (b === 0n) {
      return NONE;
    }
    if (a === 0n || a === b) {
      return (a === 0n ? "0" : "100") + SPACE + "%";
    }
    const tenths = permille(a, b);
    const text = tenths === 0n ? "<0.1" : tenths === 1000n ? ">99.9" : pointed(tenths, 1);
    return text + SPACE + "%";
  }

  function factor(larger, smaller) {
    const tenths = divided(10n * larger, smaller);
    return tenths < 100n ? pointed(tenths, 1) : pointed(divided(larger, smaller), 0);
  }

  function signed(difference, format) {
    return (difference > 0 ? "+" : "") + format(difference);
  }

  /** The format is how the difference is written where there is no ratio. */
  function change(base, value, format) {
    const a = BigInt(base);
    const b = BigInt(value);
    if (a === b) {
      return convatlas.word("number.same");
    }
    if (a === 0n || b === 0n) {
      return signed(b - a, format || brief);
    }
    if (b / a >= 2n) {
      return "×" + factor(b, a);
    }
    if (a / b >= 2n) {
      return "÷" + factor(a, b);
    }
    const tenths = permille(abs(b - a), a);
    return (b < a ? MINUS : "+") + (tenths === 0n ? "<0.1" : plain(tenths)) + SPACE + "%";
  }

  function plain(tenths) {
    return tenths / 10n + "." + (tenths % 10n);
  }

  function pixelChange(base, value) {
    const difference = BigInt(value) - BigInt(base);
    return difference === 0n ? convatlas.word("number.same") : signed(difference, pixels);
  }

  convatlas.numbers = {
    NONE,
    exact,
    brief,
    tick,
    bytes,
    pixels,
    atLeast,
    ratio,
    share,
    change,
    pixelChange,
    signed,
  };
})();
