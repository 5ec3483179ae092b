package dev.latentloom.engine.text.jinja;

/**
 * What stands where nothing is: prints as nothing and counts as false, but has no attributes.
 *
 * @param name what was looked for
 */
record Undefined(String name) {
    /** The failure of using it as if it were something. */
    JinjaException failure() {
        return JinjaException.runtime("'" + name + "' is undefined");
    }
}
