/**
 * Pipelines: {@link dev.weft.executor.PipelineSpec} describes one, {@link
 * dev.weft.executor.Pipeline} runs it, {@link dev.weft.executor.NodeType} is what authors of nodes
 * implement.
 *
 * <h2>Items</h2>
 *
 * What flows between nodes is any Java object but null. What comes from JSON, and what the built-in
 * nodes understand, is of these types:
 *
 * <table>
 * <caption>JSON and Java</caption>
 * <tr><th>JSON</th><th>Java</th></tr>
 * <tr><td>integer</td><td>{@code Long}, or {@code BigInteger} where it does not fit</td></tr>
 * <tr><td>other number</td><td>{@code Double}, finite</td></tr>
 * <tr><td>string, true, false</td><td>{@code String}, {@code Boolean}</td></tr>
 * <tr><td>array</td><td>{@code List}</td></tr>
 * <tr><td>object</td><td>{@code Map} from {@code String}, in the order of the text</td></tr>
 * <tr><td>object with the one key {@code $tensor}</td><td>{@link
 * dev.weft.executor.Tensor}</td></tr>
 * <tr><td>null</td><td>{@link dev.weft.executor.JsonNull#NULL}, as an item and inside of one</td></tr>
 * </table>
 *
 * <p>JSON's null is a value like any other: it passes through a pipeline and is counted. The null
 * of Java stands for "nothing": a node that returns it drops the item. Items are shared between
 * branches and must be treated as immutable.
 */
@NullMarked
package dev.weft.executor;

import org.jspecify.annotations.NullMarked;
