package dev.latentloom.engine.text.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What templates render to, worked out by hand from the rules of Jinja. */
class TemplateTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2024, 7, 5, 9, 3, 0);
    private static final Map<String, Object> VARIABLES =
            Map.of(
                    "name",
                    " Ada ",
                    "n",
                    7,
                    "words",
                    List.of("one", "two", "three"),
                    "chat",
                    List.of(
                            Map.of("role", "user", "content", "hi"),
                            Map.of("role", "assistant", "content", "ho", "calls", List.of(1)),
                            Map.of("role", "user", "content", "hu")));

    private static String render(String source) {
        return Template.parse(source).render(VARIABLES, NOW);
    }

    @Test
    void statementsTakeTheirLineAwayAndMinusTakesAllSpace() {
        String source =
                """
                a
                  {% if n %}
                  b
                  {% endif %}
                {# gone #}
                c {%- if n %} d {%- endif %}
                e
                  {%+ if n %}f{% endif +%}
                  {{- ' g' }}
                """;
        assertEquals("a\n  b\nc de\n  f g", render(source));
    }

    @Test
    void aLoopKnowsWhereItIsAndForgetsWhatItSets() {
        String source =
                "{% set x = 'out' %}{% for w in words if w != 'two' %}"
                        + "{{ loop.index }}/{{ loop.length }}{{ w }}{{ loop.nextitem }}"
                        + "{{ ',' if not loop.last }}{% set x = w %}{% else %}none{% endfor %}:{{ x }}"
                        + "{% for w in [] %}a{% else %}-empty{% endfor %}";
        assertEquals("1/2onethree,2/2three:out-empty", render(source));
    }

    @Test
    void loopsBreakAndContinue() {
        String source =
                "{% for i in range(9) %}{% if i == 1 %}{% continue %}{% endif %}"
                        + "{% if i > 3 %}{% break %}{% endif %}{{ i }}{% endfor %}";
        assertEquals("023", render(source));
    }

    @Test
    void aNamespaceCarriesValuesOutOfALoop() {
        String source =
                "{% set ns = namespace(found=false, at=-1) %}{% for m in chat[::-1] %}"
                        + "{% if not ns.found and m.role == 'user' %}{% set ns.found = true %}"
                        + "{% set ns.at = chat|length - 1 - loop.index0 %}{% endif %}{% endfor %}"
                        + "{{ ns.found }} {{ ns.at }} {{ ns.nothing is defined }}";
        assertEquals("True 2 False", render(source));
    }

    @Test
    void macrosTakeNamesPresetsAndACaller() {
        String source =
                "{% macro turn(role, text='?', end=none) %}<{{ role }}>{{ text }}"
                        + "{% if end is not none %}{{ end }}{% endif %}"
                        + "{% if caller is defined %}[{{ caller('x') }}]{% endif %}{% endmacro %}"
                        + "{{ turn('a') }}{{ turn('b', end='!', text='t') }}"
                        + "{% call(v) turn('c') %}in{{ v }}{% endcall %}";
        assertEquals("<a>?<b>t!<c>?[inx]", render(source));
    }

    @Test
    void blocksCaptureText() {
        String source =
                "{% set head | upper %}a {{ n }}{% endset %}{{ head }}"
                        + "{% filter replace('x', 'y') | trim %} xx {% endfilter %}"
                        + "{% with a = 1, b = 2 %}{{ a + b }}{% endwith %}{{ a is defined }}"
                        + "{% raw %}{{ n }}{% endraw %}"
                        + "{% generation %}{{ n }}{% set inner = 1 %}{% endgeneration %}{{ inner }}";
        assertEquals("A 7yy3False{{ n }}7", render(source));
    }

    @Test
    void jsonIsWrittenAsPythonWritesIt() throws IOException {
        Object tool =
                new ObjectMapper()
                        .readTree(
                                "{\"b\": [1, 2.5, null], \"a\": {\"t\": \"é<\\\"\\n\"}, \"e\": []}");
        Template template =
                Template.parse(
                        "{{ tool | tojson }}\n{{ tool.b | tojson(indent=2) }}{{ tool.e|tojson(indent=2) }}");
        assertEquals(
                "{\"b\": [1, 2.5, null], \"a\": {\"t\": \"é<\\\"\\n\"}, \"e\": []}\n"
                        + "[\n  1,\n  2.5,\n  null\n][]",
                template.render(Map.of("tool", tool), NOW));
    }

    @Test
    void lazyFiltersAreTrueAndReadOnce() {
        String source =
                "{% set g = chat | selectattr('role', 'equalto', 'nobody') %}"
                        + "{{ 'true' if g else 'false' }}{{ g | list }}"
                        + "{% set u = chat | selectattr('role', 'equalto', 'user') | list %}"
                        + "{{ u | map(attribute='content') | join('+') }}"
                        + "{{ chat | rejectattr('calls') | list | length }}"
                        + "{{ chat[0] == u[0] }}{{ chat | selectattr('calls', 'undefined') | list | length }}";
        assertEquals("true[]hi+hu2True2", render(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 2 * 3 ** 2 | 19",
                "7 // 2 ~ '-' ~ -7 // 2 ~ '-' ~ -7 % 3 | 3--4-2",
                "6 / 4 | 1.5",
                "1e16 ~ ' ' ~ 0.0001 ~ ' ' ~ 100.0 | 1e+16 0.0001 100.0",
                "not 1 == 2 and 'a' in 'cat' | True",
                "1 < 2 < 3 and not 3 < 2 < 1 | True",
                "n is defined and m is not defined | True",
                "n is divisibleby 7 | True",
                "'x' if n > 9 else 'y' | y",
                "words[1:] | ['two', 'three']",
                "words[::-1][0] ~ words[-1][:-2] | threethr",
                "'héllo'[1] ~ 'a🤖b'[1] ~ 'a🤖b'|length | é🤖3",
                "{'a': {'b': [1, (2,)]}}['a'].b[1] | (2,)",
                "{'items': 1, 'k': 2}.items() | [('items', 1), ('k', 2)]",
                "{'items': 1}['items'] | 1",
                "[1, 'it\\'s', none, true, 2.0] | [1, \"it's\", None, True, 2.0]",
                "'a-b-c'.split('-', 1)[-1] ~ ' x  y '.split()|length | b-c2",
                "'--a-'.strip('-') ~ 'b\\n'.rstrip('\\n') ~ 'ab'.startswith(('x', 'a')) | abTrue",
                "missing.what is defined if missing else 'no' | no",
                "missing ~ '.' ~ (missing | default('d')) ~ missing|length | .d0",
                "'' | default('e', true) | e",
                "'%s=%03d|%.2f' % ('a', 7, 1.005) | a=007|1.00",
                "'{} {0} {x}'.format(1, x=2) | 1 1 2",
                "strftime_now('%d %b %Y %H:%M %A %-d') | 05 Jul 2024 09:03 Friday 5",
                "words | map('upper') | join('/') | ONE/TWO/THREE",
                "[3, 1, 2] | sort | first ~ ([3, 1, 2] | max) | 13",
                "'a' 'b' ~ \"\\u00e9\\x41\\t.\" | abéA\t.",
                "dict(a=1, b=2) | items | list | last | ('b', 2)",
                "name | trim | length ~ (name | replace(' ', '_')) | 3_Ada_",
                "'3.7x' | int ~ '3.7' | int ~ 'q' | float(2.5) | 032.5",
                "'some text here'.title() ~ 'ABC'.lower() | Some Text Hereabc",
                "true == 1 and none == none and (1, 2) != [1, 2] | True",
                "([1] + [2]) ~ '' | [1, 2]",
                "'ab' * 2 ~ (n | string) * 2 | abab77",
            })
    void expressionsHaveTheValuesPythonGives(String line) {
        int bar = line.lastIndexOf(" | ");
        assertEquals(line.substring(bar + 3), render("{{ " + line.substring(0, bar) + " }}"));
    }
}
