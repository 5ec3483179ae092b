package dev.latentloom.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Size of a picture, such as {@code 2560x1440@2}.
 *
 * @param width pixels
 * @param height pixels
 * @param scale size of everything in it, 1 is 100 %
 */
record PictureSize(int width, int height, double scale) {
    static final PictureSize USUAL = new PictureSize(1440, 900, 1);
    private static final Pattern FORM =
            Pattern.compile("(\\d{2,5})x(\\d{2,5})(?:@(\\d(?:\\.\\d+)?))?");

    static PictureSize of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "not a size such as 1440x900 or 2560x1440@2: " + text);
        }
        String scale = matcher.group(3);
        return new PictureSize(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                scale == null ? 1 : Double.parseDouble(scale));
    }

    /** Width of the scene, in its own units. */
    double sceneWidth() {
        return width / scale;
    }

    /** Height of the scene, in its own units. */
    double sceneHeight() {
        return height / scale;
    }

    /** Folder of its pictures below the one of the usual size. */
    String folder() {
        if (equals(USUAL)) {
            return "";
        }
        String size = width + "x" + height;
        return scale == 1 ? size : size + "@" + scale;
    }
}
