package io.github.storemaven.check;

/** The colours that a manifest may name: those of CSS, in camel case that begins with a small letter. */
final class ColorNames {
    /** A colour of a manifest: a number without alpha, or a name. */
    static final String FORM = "#[0-9A-Fa-f]{6}|" + names();

    private ColorNames() {}

    private static String names() {
        return """
            aliceBlue antiqueWhite aqua aquamarine azure beige bisque black blanchedAlmond blue blueViolet brown
            burlyWood cadetBlue chartreuse chocolate coral cornflowerBlue cornsilk crimson cyan darkBlue darkCyan
            darkGoldenrod darkGray darkGreen darkKhaki darkMagenta darkOliveGreen darkOrange darkOrchid darkRed
            darkSalmon darkSeaGreen darkSlateBlue darkSlateGray darkTurquoise darkViolet deepPink deepSkyBlue dimGray
            dodgerBlue firebrick floralWhite forestGreen fuchsia gainsboro ghostWhite gold goldenrod gray green
            greenYellow honeydew hotPink indianRed indigo ivory khaki lavender lavenderBlush lawnGreen lemonChiffon
            lightBlue lightCoral lightCyan lightGoldenrodYellow lightGreen lightGray lightPink lightSalmon
            lightSeaGreen lightSkyBlue lightSlateGray lightSteelBlue lightYellow lime limeGreen linen magenta maroon
            mediumAquamarine mediumBlue mediumOrchid mediumPurple mediumSeaGreen mediumSlateBlue mediumSpringGreen
            mediumTurquoise mediumVioletRed midnightBlue mintCream mistyRose moccasin navajoWhite navy oldLace olive
            oliveDrab orange orangeRed orchid paleGoldenrod paleGreen paleTurquoise paleVioletRed papayaWhip
            peachPuff peru pink plum powderBlue purple red rosyBrown royalBlue saddleBrown salmon sandyBrown seaGreen
            seaShell sienna silver skyBlue slateBlue slateGray snow springGreen steelBlue tan teal thistle tomato
            transparent turquoise violet wheat white whiteSmoke yellow yellowGreen\
            """.replaceAll("\\s+", "|");
    }
}
