package example.tidetable;

import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** Shows today's tides and those of the week. */
public final class TideTable {
    private TideTable() {}

    public static void main(String[] arguments) {
        SwingUtilities.invokeLater(() -> show(LocalDate.now(), Locale.getDefault()));
    }

    private static void show(LocalDate today, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle("example.tidetable.texts", locale);
        JTabbedPane tabs = new JTabbedPane();
        tabs.addTab(texts.getString("day"), new TideChart(today, 1, locale));
        tabs.addTab(texts.getString("week"), new TideChart(today, 7, locale));
        JFrame frame = new JFrame(texts.getString("title"));
        frame.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
        frame.add(tabs);
        frame.pack();
        frame.setVisible(true);
    }
}
