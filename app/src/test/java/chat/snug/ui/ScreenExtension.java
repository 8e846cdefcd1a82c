package chat.snug.ui;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotException;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.robot.Motion;
import org.testfx.service.locator.BoundsLocator;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.service.query.impl.CallableBoundsPointQuery;
import org.testfx.util.NodeQueryUtils;

/**
 * TestFX's {@link ApplicationExtension} with a robot that looks for nodes and asks where they are
 * on the JavaFX thread.
 *
 * <p>TestFX's own robot asks on the thread of the test. To say where it is, a text breaks its
 * lines, and when the next pulse does the same at that moment, either fails with something like
 * {@code Cannot read the array length because "this.runs" is null}.
 */
public final class ScreenExtension extends ApplicationExtension {
    @Override
    public NodeQuery lookup(String query) {
        return Screens.ask(() -> super.lookup(query));
    }

    @Override
    public PointQuery point(Node node) {
        targetWindow(node.getScene().getWindow());
        BoundsLocator bounds = robotContext().getBoundsLocator();
        return new CallableBoundsPointQuery(
                        () -> Screens.ask(() -> bounds.boundsOnScreenFor(node)), node)
                .atPosition(robotContext().getPointPosition());
    }

    private Node visible(String query) {
        return Screens.ask(
                () ->
                        lookup(query)
                                .match(NodeQueryUtils.isVisible())
                                .tryQuery()
                                .orElseThrow(
                                        () -> new FxRobotException(query + " is not to be seen")));
    }

    @Override
    public FxRobot moveTo(String query, Motion motion) {
        return moveTo(point(visible(query)), motion);
    }

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return clickOn(visible(query), motion, buttons);
    }

    @Override
    public FxRobot doubleClickOn(String query, Motion motion, MouseButton... buttons) {
        return doubleClickOn(visible(query), motion, buttons);
    }

    @Override
    public FxRobot drag(String query, MouseButton... buttons) {
        return drag(visible(query), buttons);
    }
}
