/**
 * The facts the services publish on Kafka, as their readers see them: one record per event, its written name, topic and
 * JSON form.
 *
 * <p>Money is whole yen, a rate is text with one decimal such as {@code 3.7}, a fiscal year N runs from 1 April N to
 * 31 March N+1, and every date is a day in Tokyo. Published forms never change: a changed fact is a new version.
 */
@NullMarked
package jp.nenkin.events;

import org.jspecify.annotations.NullMarked;
