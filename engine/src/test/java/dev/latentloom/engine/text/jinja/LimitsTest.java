package dev.latentloom.engine.text.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Hostile and wrong templates end soon, with the kind and the line of the failure. */
class LimitsTest {
    private static JinjaException failure(String source) {
        Map<String, Object> variables = Map.of("text", "a", "list", List.of(1), "map", Map.of());
        return assertThrows(
                JinjaException.class,
                () -> Template.parse(source).render(variables, LocalDateTime.MIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
                "{% set n = namespace(t='aaaaaaaaaaaaaaaa') %}{% for i in range(60) %}{% set n.t = n.t ~ n.t %}{% endfor %}",
                "{% set n = namespace(t=[1]) %}{% for i in range(60) %}{% set n.t = n.t + n.t %}{% endfor %}",
                "{% set n = namespace(t=[1]) %}{% for i in range(60) %}{% set n.t = [n.t, n.t] %}{% endfor %}{{ n.t }}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{{ 'a' * 999999999999 }}",
                "{{ range(1000000000) }}",
                "{{ 10 ** 400 }}",
                "{{ 'aaaa' | replace('', 'b' * 9000000) }}",
                "{% for i in range(9999) %}{{ 'a' * 9999999 }}{% endfor %}",
            })
    void hostileTemplatesAreStopped(String source) {
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertEquals(JinjaException.Kind.LIMIT, failure(source).kind()));
    }

    @Test
    void deepNestingIsStoppedWithoutExhaustingTheStack() {
        List<List<String>> brackets =
                List.of(
                        List.of("(", ")"),
                        List.of("[", "]"),
                        List.of("a[", "]"),
                        List.of("f(", ")"),
                        List.of("not ", ""),
                        List.of("-", ""),
                        List.of("1 if 1 else ", ""));
        for (List<String> pair : brackets) {
            String nested = pair.get(0).repeat(20_000) + "1" + pair.get(1).repeat(20_000);
            assertEquals(JinjaException.Kind.LIMIT, failure("{{ " + nested + " }}").kind());
        }
        for (String block : List.of("{% if 1 %}", "{% for a in b %}", "{% if 1 %}{% elif 1 %}")) {
            assertEquals(JinjaException.Kind.LIMIT, failure(block.repeat(20_000)).kind(), block);
        }
        for (String link : List.of("+1", "~1", " or 0", ".a", "|list", " if 1")) {
            String source = "{{ list" + link.repeat(20_000) + " }}";
            assertEquals(JinjaException.Kind.LIMIT, failure(source).kind(), link);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ nothing.at }}",
                "{{ map.a.b }}",
                "{{ list[9][0] }}",
                "{{ text.a.b }}",
                "{{ nothing() }}",
                "{{ nothing + 'a' }}",
                "{{ text + 1 }}",
                "{{ text() }}",
                "{{ 1 // 0 }}",
                "{% for a in 1 %}{% endfor %}",
                "{{ text | unheard }}",
                "{{ text is unheard }}",
                "{{ list.append(1) }}",
                "{{ nothing | tojson }}",
                "{% set map.a = 1 %}",
                "{% set a, b = list %}",
            })
    void wrongUseFailsInItsLine(String source) {
        JinjaException e = failure("first\n\n" + source);
        assertEquals(JinjaException.Kind.RUNTIME, e.kind());
        assertEquals(3, e.line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% if a %}",
                "{% endif %}",
                "{{ a",
                "{{ a b }}",
                "{{ 'a }}",
                "{{ (a }}",
                "{{ a.1b }}",
                "{% frob %}",
                "{# a",
                "{% raw %}",
                "{% break %}",
                "{% set 1 = 2 %}",
                "{% for a %}{% endfor %}",
                "{{ a | }}",
                "{{ '\\u12' }}",
                "{% include 'x' %}",
            })
    void malformedTemplatesAreRefusedWhenRead(String source) {
        assertEquals(JinjaException.Kind.SYNTAX, failure(source).kind());
    }

    @Test
    void raisedMessagesComeThroughWordForWord() {
        JinjaException e =
                failure("{% if true %}\n{{ raise_exception('Not ' ~ 'so!') }}{% endif %}");
        assertEquals(JinjaException.Kind.RAISED, e.kind());
        assertEquals("Not so!", e.message());
        assertEquals(2, e.line());
    }
}
