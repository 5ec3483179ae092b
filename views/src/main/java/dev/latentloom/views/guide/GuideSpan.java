package dev.latentloom.views.guide;

/**
 * A piece of a line that looks the same throughout.
 *
 * @param kind how it looks
 * @param text what is read
 * @param page the page that a link leads to, empty for everything else
 */
public record GuideSpan(Kind kind, String text, String page) {
    /** How a piece looks. */
    public enum Kind {
        PLAIN,
        STRONG,
        EMPHASIS,
        CODE,
        LINK
    }
}
