package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Python's arithmetic and order; texts and lists add and multiply too. */
final class Arithmetic {
    private final Budget budget;

    Arithmetic(Budget budget) {
        this.budget = budget;
    }

    /** A value as a number, truth values as 0 and 1; null for everything else. */
    static @Nullable Number number(Object value) {
        return switch (value) {
            case Boolean b -> b ? 1L : 0L;
            case Long n -> n;
            case Double d -> d;
            default -> null;
        };
    }

    /** A whole number; everything else is a failure. */
    static long whole(Object value) {
        if (number(value) instanceof Long whole) {
            return whole;
        }
        throw JinjaException.runtime("expected a whole number but got " + PyValue.kind(value));
    }

    /** Applies an arithmetic operator. */
    Object apply(String operator, Object left, Object right) {
        Number a = number(left);
        Number b = number(right);
        if (a != null && b != null) {
            return (a instanceof Long x && b instanceof Long y)
                    ? whole(operator, x, y)
                    : real(operator, a.doubleValue(), b.doubleValue());
        }
        if (operator.equals("+")) {
            return sum(left, right);
        }
        if (operator.equals("*") && b instanceof Long times) {
            return repeated(left, times);
        }
        if (operator.equals("*") && a instanceof Long times) {
            return repeated(right, times);
        }
        if (operator.equals("%") && left instanceof String form) {
            String text = PercentFormat.apply(form, right);
            budget.charge(text.length());
            return text;
        }
        throw mismatch(operator, left, right);
    }

    private static JinjaException mismatch(String operator, Object left, Object right) {
        if (left instanceof Undefined undefined) {
            return undefined.failure();
        }
        if (right instanceof Undefined undefined) {
            return undefined.failure();
        }
        return JinjaException.runtime(
                String.join(
                        " ", PyValue.kind(left), operator, PyValue.kind(right), "is not possible"));
    }

    private Object sum(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            budget.charge((long) a.length() + b.length());
            return a + b;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            budget.charge(64L * (a.size() + b.size()));
            List<Object> all = new ArrayList<>(a);
            all.addAll(b);
            return left instanceof Tuple ? new Tuple(all) : all;
        }
        throw mismatch("+", left, right);
    }

    private Object repeated(Object value, long times) {
        int count = Math.clamp(times, 0, Budget.LONGEST_TEXT + 1);
        if (value instanceof String text) {
            budget.charge((long) text.length() * count);
            return text.repeat(count);
        }
        if (value instanceof List<?> list) {
            budget.charge(64L * list.size() * count);
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < count && !list.isEmpty(); i++) {
                all.addAll(list);
            }
            return all;
        }
        throw mismatch("*", value, times);
    }

    private static Object whole(String operator, long a, long b) {
        try {
            return switch (operator) {
                case "+" -> Math.addExact(a, b);
                case "-" -> Math.subtractExact(a, b);
                case "*" -> Math.multiplyExact(a, b);
                case "//" -> Math.floorDiv(a, nonZero(b));
                case "%" -> Math.floorMod(a, nonZero(b));
                case "/" -> (double) a / nonZero(b);
                default -> power(a, b);
            };
        } catch (ArithmeticException e) {
            throw JinjaException.limit("a number is too large");
        }
    }

    private static Object power(long base, long exponent) {
        if (exponent < 0) {
            return Math.pow((double) base, (double) exponent);
        }
        double size = Math.pow(Math.abs((double) base), (double) exponent);
        if (size >= (double) Long.MAX_VALUE) {
            throw JinjaException.limit("a number is too large");
        }
        return Math.powExact(base, Math.clamp(exponent, 0, Integer.MAX_VALUE));
    }

    private static long nonZero(long divisor) {
        if (divisor == 0) {
            throw JinjaException.runtime("division by zero");
        }
        return divisor;
    }

    private static Object real(String operator, double a, double b) {
        boolean divides = operator.equals("/") || operator.equals("//") || operator.equals("%");
        if (divides && b == 0) {
            throw JinjaException.runtime("division by zero");
        }
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "//" -> Math.floor(a / b);
            case "%" -> a - b * Math.floor(a / b);
            default -> Math.pow(a, b);
        };
    }

    /** Order of two numbers, texts or lists: negative, 0 or positive. */
    static int compare(Object left, Object right) {
        Number a = number(left);
        Number b = number(right);
        if (a != null && b != null) {
            return (a instanceof Long x && b instanceof Long y)
                    ? Long.compare(x, y)
                    : Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (left instanceof String x && right instanceof String y) {
            return compareTexts(x, y);
        }
        if (left instanceof List<?> x && right instanceof List<?> y) {
            for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
                if (!PyValue.equal(x.get(i), y.get(i))) {
                    return compare(x.get(i), y.get(i));
                }
            }
            return Integer.compare(x.size(), y.size());
        }
        throw mismatch("<", left, right);
    }

    /** Order by code points, which Java's own order by halves of surrogate pairs is not. */
    private static int compareTexts(String a, String b) {
        return java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
