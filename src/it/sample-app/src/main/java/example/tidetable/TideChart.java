package example.tidetable;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import javax.swing.JComponent;

/** The curve of the water over a day or a week, with the times of its turns. */
public final class TideChart extends JComponent {
    private static final Color NIGHT = new Color(0x10, 0x24, 0x3E);
    private static final Color WATER = new Color(0x2E, 0x86, 0xAB);
    private static final Color FOAM = new Color(0xF1, 0xF7, 0xFA);
    /** Of the whole height: where the water would be at 0 m, and what a metre takes. */
    private static final double DATUM = 0.8;

    private static final double METRE = 0.1;

    private final LocalDate first;
    private final int days;
    private final Locale locale;
    private final ResourceBundle texts;

    public TideChart(LocalDate first, int days, Locale locale) {
        this.first = first;
        this.days = days;
        this.locale = locale;
        this.texts = ResourceBundle.getBundle("example.tidetable.texts", locale);
        setPreferredSize(new Dimension(960, 540));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(NIGHT);
        pen.fillRect(0, 0, getWidth(), getHeight());
        paintWater(pen);
        pen.setColor(FOAM);
        paintTitle(pen);
        paintDays(pen);
        paintTurns(pen);
        pen.dispose();
    }

    private void paintWater(Graphics2D pen) {
        Path2D water = new Path2D.Double();
        water.moveTo(0, getHeight());
        for (int x = 0; x <= getWidth(); x++) {
            water.lineTo(x, y(Tides.metres(timeAt(x))));
        }
        water.lineTo(getWidth(), getHeight());
        pen.setColor(WATER);
        pen.fill(water);
        pen.setColor(FOAM);
        pen.setStroke(new BasicStroke(3));
        pen.draw(water);
    }

    private void paintTitle(Graphics2D pen) {
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, getHeight() / 18));
        pen.drawString(texts.getString(days == 1 ? "day" : "week"), getWidth() / 30, getHeight() / 10);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, getHeight() / 36));
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        pen.drawString(date.format(first), getWidth() / 30, getHeight() / 6);
    }

    private void paintDays(Graphics2D pen) {
        DateTimeFormatter weekday = DateTimeFormatter.ofPattern("EEE d", locale);
        for (int day = 0; days > 1 && day < days; day++) {
            int x = x(first.plusDays(day).atStartOfDay());
            pen.drawString(weekday.format(first.plusDays(day)), x + getWidth() / 60, getHeight() - getHeight() / 30);
        }
    }

    /** The time of each turn, above high water and below low water. */
    private void paintTurns(Graphics2D pen) {
        DateTimeFormatter clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        int line = getHeight() / (days == 1 ? 25 : 50);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, line * 3 / 4));
        for (Tides.Turn turn : Tides.turns(first.atStartOfDay(), first.plusDays(days).atStartOfDay())) {
            int y = (int) y(turn.metres()) + (turn.high() ? -2 * line : 2 * line);
            paintCentred(pen, clock.format(turn.time()), x(turn.time()), y);
            if (days == 1) {
                String kind = texts.getString(turn.high() ? "high" : "low");
                String height = String.format(locale, "%s  %.1f m", kind, turn.metres());
                paintCentred(pen, height, x(turn.time()), y + line);
            }
        }
    }

    private void paintCentred(Graphics2D pen, String text, int x, int y) {
        int width = pen.getFontMetrics().stringWidth(text);
        pen.drawString(text, Math.max(4, Math.min(getWidth() - width - 4, x - width / 2)), y);
    }

    private LocalDateTime timeAt(int x) {
        return first.atStartOfDay().plusMinutes(x * Duration.ofDays(days).toMinutes() / getWidth());
    }

    private int x(LocalDateTime time) {
        long minutes = Duration.between(first.atStartOfDay(), time).toMinutes();
        return (int) (minutes * getWidth() / Duration.ofDays(days).toMinutes());
    }

    private double y(double metres) {
        return getHeight() * (DATUM - METRE * metres);
    }
}
